## Luvut, ajat ja etäisyydet. Muuttujat tulevat valmiiksi tällä kielellä kirjoitettuina.

clock = { $hour }.{ $minute }
clock-with-seconds = { $hour }.{ $minute }.{ $second }
date-with-year = { $day }. { $month } { $year }
date-without-year = { $day }. { $month }
date-with-weekday = { $weekday } { $date }
date-and-clock = { $date } klo { $clock }
day-and-clock = { $day } klo { $clock }
span = { $from }–{ $until }
span-of-days = { $from } – { $until }
today = tänään
yesterday = eilen
tomorrow = huomenna
weekday-1 = maanantai
weekday-2 = tiistai
weekday-3 = keskiviikko
weekday-4 = torstai
weekday-5 = perjantai
weekday-6 = lauantai
weekday-7 = sunnuntai
month-1 = tammikuuta
month-2 = helmikuuta
month-3 = maaliskuuta
month-4 = huhtikuuta
month-5 = toukokuuta
month-6 = kesäkuuta
month-7 = heinäkuuta
month-8 = elokuuta
month-9 = syyskuuta
month-10 = lokakuuta
month-11 = marraskuuta
month-12 = joulukuuta
date-day = Päivä
date-month = Kuukausi
date-year = Vuosi

metres = { $value } m
kilometres = { $value } km
kilobytes = { $value } kt
megabytes = { $value } Mt
gigabytes = { $value } Gt
seconds = { $value } s
minutes = { $value } min
hours = { $value } h
days = { $value } pv
ago-now = juuri nyt
ago-minutes = { $count } min sitten
ago-hours = { $count } h sitten
ago-days =
    { $count ->
        [one] { $count } päivä sitten
       *[other] { $count } päivää sitten
    }

direction-0 = pohjoinen
direction-1 = koillinen
direction-2 = itä
direction-3 = kaakko
direction-4 = etelä
direction-5 = lounas
direction-6 = länsi
direction-7 = luode

quoted = ”{ $text }”

number = { $value }
money = { $amount } €
tick-yes = kyllä
tick-no = ei

## Numeri, momenti e distanze. Le variabili arrivano già scritte in questa lingua.

clock = { $hour }:{ $minute }
clock-with-seconds = { $hour }:{ $minute }:{ $second }
date-with-year = { $day } { $month } { $year }
date-without-year = { $day } { $month }
date-with-weekday = { $weekday } { $date }
date-and-clock = { $date }, ore { $clock }
day-and-clock = { $day }, ore { $clock }
span = { $from }–{ $until }
span-of-days = { $from } – { $until }
today = oggi
yesterday = ieri
tomorrow = domani
weekday-1 = lunedì
weekday-2 = martedì
weekday-3 = mercoledì
weekday-4 = giovedì
weekday-5 = venerdì
weekday-6 = sabato
weekday-7 = domenica
month-1 = gennaio
month-2 = febbraio
month-3 = marzo
month-4 = aprile
month-5 = maggio
month-6 = giugno
month-7 = luglio
month-8 = agosto
month-9 = settembre
month-10 = ottobre
month-11 = novembre
month-12 = dicembre
date-day = Giorno
date-month = Mese
date-year = Anno

metres = { $value } m
kilometres = { $value } km
kilobytes = { $value } kB
megabytes = { $value } MB
gigabytes = { $value } GB
seconds = { $value } s
minutes = { $value } min
hours = { $value } h
days = { $value } g
ago-now = adesso
ago-minutes = { $count } min fa
ago-hours = { $count } h fa
ago-days =
    { $count ->
        [one] { $count } giorno fa
       *[other] { $count } giorni fa
    }

direction-0 = nord
direction-1 = nord-est
direction-2 = est
direction-3 = sud-est
direction-4 = sud
direction-5 = sud-ovest
direction-6 = ovest
direction-7 = nord-ovest

quoted = «{ $text }»

number = { $value }
money = { $amount } €
tick-yes = sì
tick-no = no

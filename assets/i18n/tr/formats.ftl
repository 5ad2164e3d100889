## Sayılar, anlar ve uzaklıklar. Değişkenler bu dilde yazılmış olarak gelir.

clock = { $hour }:{ $minute }
clock-with-seconds = { $hour }:{ $minute }:{ $second }
date-with-year = { $day } { $month } { $year }
date-without-year = { $day } { $month }
date-with-weekday = { $date } { $weekday }
date-and-clock = { $date }, { $clock }
day-and-clock = { $day } { $clock }
span = { $from }–{ $until }
span-of-days = { $from } – { $until }
today = bugün
yesterday = dün
tomorrow = yarın
weekday-1 = Pazartesi
weekday-2 = Salı
weekday-3 = Çarşamba
weekday-4 = Perşembe
weekday-5 = Cuma
weekday-6 = Cumartesi
weekday-7 = Pazar
month-1 = Ocak
month-2 = Şubat
month-3 = Mart
month-4 = Nisan
month-5 = Mayıs
month-6 = Haziran
month-7 = Temmuz
month-8 = Ağustos
month-9 = Eylül
month-10 = Ekim
month-11 = Kasım
month-12 = Aralık
date-day = Gün
date-month = Ay
date-year = Yıl

metres = { $value } m
kilometres = { $value } km
kilobytes = { $value } kB
megabytes = { $value } MB
gigabytes = { $value } GB
seconds = { $value } sn
minutes = { $value } dk
hours = { $value } sa
days = { $value } gün
ago-now = şimdi
ago-minutes = { $count } dk önce
ago-hours = { $count } sa önce
ago-days = { $count } gün önce

direction-0 = kuzey
direction-1 = kuzeydoğu
direction-2 = doğu
direction-3 = güneydoğu
direction-4 = güney
direction-5 = güneybatı
direction-6 = batı
direction-7 = kuzeybatı

quoted = “{ $text }”

number = { $value }
money = { $amount } €
tick-yes = evet
tick-no = hayır

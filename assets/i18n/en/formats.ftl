## Numbers, moments and distances. Variables arrive already written for this language.

clock = { $hour }:{ $minute }
clock-with-seconds = { $hour }:{ $minute }:{ $second }
date-with-year = { $day } { $month } { $year }
date-without-year = { $day } { $month }
date-with-weekday = { $weekday } { $date }
date-and-clock = { $date }, { $clock }
day-and-clock = { $day } { $clock }
span = { $from }–{ $until }
span-of-days = { $from } – { $until }
today = today
yesterday = yesterday
tomorrow = tomorrow
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-day = Day
date-month = Month
date-year = Year

metres = { $value } m
kilometres = { $value } km
kilobytes = { $value } kB
megabytes = { $value } MB
gigabytes = { $value } GB
seconds = { $value } s
minutes = { $value } min
hours = { $value } h
days = { $value } d
ago-now = just now
ago-minutes = { $count } min ago
ago-hours = { $count } h ago
ago-days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }

direction-0 = north
direction-1 = north-east
direction-2 = east
direction-3 = south-east
direction-4 = south
direction-5 = south-west
direction-6 = west
direction-7 = north-west

quoted = “{ $text }”

number = { $value }
money = { $amount } €
tick-yes = yes
tick-no = no

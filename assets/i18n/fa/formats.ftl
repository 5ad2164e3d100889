## عددها، زمان‌ها و فاصله‌ها. متغیرها با رقم‌های همین زبان می‌رسند؛ ماه‌ها از گاه‌شماری خورشیدی‌اند.
## ساعت همیشه از چپ به راست خوانده می‌شود، برای همین میان دو نشانهٔ جداسازی است؛ جمله‌ای که خود حرف فارسی ندارد با نشانهٔ
## راست‌به‌چپ آغاز می‌شود تا در جملهٔ دیگر وارونه نشود.

clock = {"\u2066"}{ $hour }:{ $minute }{"\u2069"}
clock-with-seconds = {"\u2066"}{ $hour }:{ $minute }:{ $second }{"\u2069"}
date-with-year = {"\u200F"}{ $day } { $month } { $year }
date-without-year = {"\u200F"}{ $day } { $month }
date-with-weekday = {"\u200F"}{ $weekday } { $date }
date-and-clock = { $date }، ساعت { $clock }
day-and-clock = { $day } ساعت { $clock }
span = { $from } تا { $until }
span-of-days = { $from } تا { $until }
today = امروز
yesterday = دیروز
tomorrow = فردا
weekday-1 = دوشنبه
weekday-2 = سه‌شنبه
weekday-3 = چهارشنبه
weekday-4 = پنجشنبه
weekday-5 = جمعه
weekday-6 = شنبه
weekday-7 = یکشنبه
month-1 = فروردین
month-2 = اردیبهشت
month-3 = خرداد
month-4 = تیر
month-5 = مرداد
month-6 = شهریور
month-7 = مهر
month-8 = آبان
month-9 = آذر
month-10 = دی
month-11 = بهمن
month-12 = اسفند
date-day = روز
date-month = ماه
date-year = سال

metres = { $value } متر
kilometres = { $value } کیلومتر
kilobytes = { $value } کیلوبایت
megabytes = { $value } مگابایت
gigabytes = { $value } گیگابایت
seconds = { $value } ثانیه
minutes = { $value } دقیقه
hours = { $value } ساعت
days = { $value } روز
ago-now = همین حالا
ago-minutes = { $count } دقیقه پیش
ago-hours = { $count } ساعت پیش
ago-days = { $count } روز پیش

direction-0 = شمال
direction-1 = شمال شرقی
direction-2 = شرق
direction-3 = جنوب شرقی
direction-4 = جنوب
direction-5 = جنوب غربی
direction-6 = غرب
direction-7 = شمال غربی

quoted = {"\u200F"}«{ $text }»

number = { $value }
money = { $amount } یورو
tick-yes = بله
tick-no = نه

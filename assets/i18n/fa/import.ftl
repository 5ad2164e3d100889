## گزارش ورود از فایل: آنچه دربارهٔ هر سطر، و دربارهٔ فایلی که پذیرفته نمی‌شود، گفته می‌شود.

import-verdict-taken = پذیرفته شد
import-verdict-taken-with-warning = با هشدار پذیرفته شد
import-verdict-refused = رد شد
import-verdict-known = از پیش موجود

import-finding-column-count = شمار ستون‌های سطر با سطر نخست فرق دارد: پذیرفته نشد
import-finding-no-number = سطر شمارهٔ خود را ندارد: پذیرفته نشد
import-finding-no-category = سطر موضوع ندارد: پذیرفته نشد
import-finding-no-place = سطر نه نشانی دارد نه مختصات: پذیرفته نشد
import-finding-created-unreadable = زمان ایجاد خوانده نمی‌شود: سطر پذیرفته نشد
import-finding-created-in-future = زمان ایجاد در آینده است: سطر پذیرفته نشد
import-finding-no-coordinates = مختصات ندارد: تا کسی جایش را مشخص نکند روی نقشه نیست
import-finding-coordinates-unreadable = مختصات جایی روی زمین نیست: فقط نشانی نگه داشته شد
import-finding-closed-before-created = پیش از ایجاد بسته شده: زمان بستن کنار گذاشته شد
import-finding-closed-unreadable = زمان بستن خوانده نمی‌شود: کنار گذاشته شد
import-finding-clock-change = زمان در ساعت تغییر ساعت رسمی است: شاید یک ساعت اختلاف داشته باشد
import-finding-status-unknown = وضعیت شناخته نشد: باز پذیرفته شد
import-finding-shares-place = سطر دیگری همین نشانی و موضوع را دارد: شاید همان پرونده باشد
import-finding-category-made = این موضوع وجود نداشت: فقط برای مرکز ساخته شد
import-finding-shortened = متنی که بیش از حد بلند بود کوتاه شد
import-finding-reported-by-crew = گزارش یک اکیپ
import-finding-cancelled-there = در سامانهٔ دیگر لغو شده: انجام‌نشده پذیرفته شد
import-finding-referred-there = در سامانهٔ دیگر به دیگری سپرده شده: انجام‌نشده پذیرفته شد

import-problem-empty = فایل خالی است. چیزی تغییر نکرد.
import-problem-no-rows = فایل فقط سطر نخست را دارد. چیزی تغییر نکرد.
import-problem-utf-16 = فایل با UTF-16 است. چیزی تغییر نکرد: آن را به شکل CSV با UTF-8 ذخیره کنید و دوباره بفرستید.
import-problem-not-utf-8 = سطر { $line } با UTF-8 نیست؛ شاید فایل Latin-1 یا Windows-1252 باشد. چیزی تغییر نکرد: آن را به شکل CSV با UTF-8 ذخیره کنید و دوباره بفرستید.
import-problem-delimiter = جداکنندهٔ ستون‌ها { $sign ->
        [semicolon] نقطه‌ویرگول
        [tab] Tab
       *[other] خط عمودی
    } است و الگو ویرگول می‌خواهد. چیزی تغییر نکرد.
import-problem-missing-columns = این ستون‌ها نیستند: { $columns }. چیزی تغییر نکرد: ببینید الگو به فایل می‌خورد یا نه.
import-problem-truncated = فایل در سطر { $line } بریده شده است. چیزی تغییر نکرد: دوباره خروجی بگیرید و اندازه‌اش را بررسی کنید.
import-problem-too-large = فایل از { $megabytes } مگابایت بزرگ‌تر است. چیزی تغییر نکرد: آن را چند بخش کنید.
import-problem-unreadable = فایل خوانده نمی‌شود. چیزی تغییر نکرد.
import-problem-preset = الگویی به نام { $name } نیست. الگوها: { $known }.

import-report-line = سطر
import-report-external = شماره در آنجا
import-report-verdict = نتیجه
import-report-codes = کدها
import-report-reasons = دلیل‌ها
import-report-number = شماره در اینجا

import-summary = { $rows } سطر: { $taken } پذیرفته، { $warned } پذیرفته با هشدار، { $refused } رد، { $known } از پیش موجود

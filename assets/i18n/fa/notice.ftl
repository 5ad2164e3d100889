## پیام‌ها به شهروندان. تا جای ممکن کوتاه، چون هر پیامک فارسی ۷۰ نویسه دارد.
## $link پرونده را باز می‌کند، $place نشانی یا مختصات است. نام هیچ‌کس در آن‌ها نیست.
## پیامک نشانه‌های جداسازی را ندارد: در آغاز نشانهٔ راست‌به‌چپ است و پیش از کد و پیوند نشانهٔ چپ‌به‌راست.

notice-sms-received = {"\u200F"}{ $town }: گزارش شما رسید ({ $category }، { $place }). کد رهگیری: {"\u200E"}{ $code } {"\u200E"}{ $link }
notice-sms-done = {"\u200F"}{ $town }: { $category }، { $place }: { $when } انجام شد. {"\u200E"}{ $link }
notice-sms-not-done = {"\u200F"}{ $town }: { $category }، { $place }: انجام نشد، { $reason }. {"\u200E"}{ $link }
notice-sms-needs-visit = {"\u200F"}{ $town }: { $category }، { $place }: ایمن شد، برای تکمیل کار دوباره می‌آیند. {"\u200E"}{ $link }
notice-sms-corrected = {"\u200F"}{ $town }: اصلاحیه. { $category }، { $place }: { $now ->
        [done] کار انجام شده است.
        [not_done] کار انجام نشد.
       *[open] هنوز انجام نشده، پرونده دوباره باز است.
    } {"\u200E"}{ $link }

notice-subject-received = گزارش شما رسید: { $number }
notice-subject-done = انجام شد: { $category }، { $place } ({ $number })
notice-subject-not-done = انجام نشد: { $category }، { $place } ({ $number })
notice-subject-needs-visit = ایمن شد: { $category }، { $place } ({ $number })
notice-subject-corrected = اصلاحیه: { $category }، { $place } ({ $number })

notice-mail-received = سپاسگزاریم، گزارش شما رسید. وقتی کار انجام شد یک پیام می‌فرستیم.
notice-mail-done = کاری که گزارش کرده بودید { $when } انجام شد.
notice-mail-not-done = آنچه گزارش کرده بودید بررسی شد ولی کار انجام نشد: { $reason }.
notice-mail-needs-visit = محلی که گزارش کرده بودید ایمن شد. برای تکمیل کار دوباره می‌آیند و آن‌گاه خبر می‌دهیم.
notice-mail-corrected = باید آنچه را دربارهٔ این پرونده گفته بودیم اصلاح کنیم. { $now ->
        [done] کار انجام شده است.
        [not_done] کار انجام نشد.
       *[open] کار هنوز انجام نشده است. پرونده دوباره باز است و وقتی انجام شد خبر می‌دهیم.
    }
notice-mail-hello = با سلام،
notice-mail-what = موضوع
notice-mail-where = محل
notice-mail-number = شماره
notice-mail-code = کد رهگیری
notice-mail-follow = پیگیری پرونده
notice-mail-keep = این پیام را نگه دارید: کد تنها کلید پروندهٔ شماست.
notice-mail-closing = {"\u200F"}{ $town }، نگهداری معابر
notice-mail-why = این پیام را می‌گیرید چون خواسته بودید خبرتان کنیم. پاسخ به این پیام خوانده نمی‌شود.

notice-when = { $date } ساعت { $clock }
notice-reason-other = دلیل را از مرکز بپرسید

inbox-title = صندوق پیام نمایشی
inbox-about = این صفحه فقط در نسخهٔ نمایشی هست: نشان می‌دهد شهروندان روی گوشی خود چه می‌گرفتند. هر پنج ثانیه پیام‌های تازه را نگاه می‌کند.
inbox-empty = هنوز پیامی نیست
inbox-empty-more = با شماره تلفن یا ایمیل چیزی گزارش کنید تا نخستین پیام فوراً برسد.
inbox-sms = پیامک
inbox-email = ایمیل
inbox-size = { $characters } نویسه، { $parts } پیامک

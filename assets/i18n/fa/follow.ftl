## آنچه در صفحهٔ یک پرونده پیش و پس از پایان گفته می‌شود: امتیاز، بازگشایی، انتخاب پیام‌ها؛ و پیام‌هایی که در پی آن می‌آید.

citizen-case-came-back = به ما گفتید که مشکل برطرف نشده است. اداره آن را دوباره بررسی می‌کند و تصمیم می‌گیرد.

citizen-rate-question = کار چگونه انجام شد؟
citizen-rate-5 = ۵ – بسیار خوب
citizen-rate-4 = ۴ – خوب
citizen-rate-3 = ۳ – متوسط
citizen-rate-2 = ۲ – بد
citizen-rate-1 = ۱ – بسیار بد
citizen-rate-words = در یک جمله: چرا؟
citizen-rate-send = ارسال
citizen-rate-thanks = سپاسگزاریم: { $number } از ۵ دادید.

citizen-reopen-title = مشکل برطرف نشده است؟
citizen-reopen-lead = تا { $date } می‌توانید بگویید که مشکل هنوز هست. اداره آن را دوباره بررسی می‌کند. این کار را یک بار می‌توانید انجام دهید.
citizen-reopen-reason = هنوز چه چیزی درست نیست؟
citizen-reopen-photo = عکسی از آن
citizen-reopen-send = دوباره باز شود
problem-reason-missing = بنویسید هنوز چه چیزی درست نیست و دوباره بفرستید. چیزی فرستاده نشد.

citizen-wishes-title = انتخاب کنید چه چیزی را به شما بگوییم
citizen-wishes-how = چگونه
citizen-wishes-what = افزون بر رسیدن گزارش و پایان آن، به من بگویید وقتی
citizen-wish-scheduled = در فهرست یک گروه قرار گرفت
citizen-wish-on-the-way = گروه در راه است
citizen-wish-reopened = اعتراض من رسید
citizen-wishes-fallback = اگر پیامی به من نرسید
citizen-fallback-first = نخست امتحان کنید
citizen-fallback-then = سپس امتحان کنید
citizen-fallback-usual = آنچه شهرداری معمولاً امتحان می‌کند
citizen-fallback-none = هیچ راه دیگری
citizen-wishes-send = ذخیره

notice-stage-scheduled = برنامه‌ریزی شد
notice-stage-on-the-way = در راه
notice-stage-reopened = دوباره باز شد
notice-stage-confirm = کد تأیید

notice-sms-scheduled = { $town }: { $category }، { $place }: در فهرست یک گروه است. { $link }
notice-sms-on-the-way = { $town }: { $category }، { $place }: گروه در راه است. { $link }
notice-sms-reopened = { $town }: { $category }، { $place }: خواندیم که برطرف نشده و دوباره بررسی می‌کنیم. { $link }
notice-subject-scheduled = برنامه‌ریزی شد: { $category }، { $place } ({ $number })
notice-subject-on-the-way = گروه در راه است: { $category }، { $place } ({ $number })
notice-subject-reopened = دوباره باز شد: { $category }، { $place } ({ $number })
notice-mail-scheduled = آنچه گزارش کردید در فهرست یک گروه قرار گرفت.
notice-mail-on-the-way = گروه به سوی جایی که گزارش کردید در راه است.
notice-mail-reopened = خواندیم که مشکل برطرف نشده است. دوباره بررسی می‌کنیم و نتیجه را به شما می‌گوییم.

request-reopened-title = یک شهروند می‌گوید مشکل برطرف نشده است
request-take-up = باز کردن دوبارهٔ دستور کار
request-uphold = انجام شده است: دوباره بسته شود
request-taken-up = دستور کار دوباره باز است
request-upheld = گزارش دوباره بسته شد و به شهروند گفته می‌شود
request-rating = امتیاز
request-rating-of = { $number } از ۵

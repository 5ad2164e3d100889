## At work in the field: the list of the day, forms, reports; and the office’s editor of forms.

row-new = تازه
row-changed = مرکز تغییر داده
find-label = جست‌وجو: خیابان، شماره، واژه
find-all = همه
find-pressing = فوری‌ها
find-news = تازه و تغییرکرده
find-on-phone = در این گوشی
find-kind = نوع مشکل
find-every-kind = همهٔ نوع‌ها
find-none = دوباره همه را نشان بده
stop-title = { $place }: { $count } کار
stop-finish = همهٔ کارهای اینجا را تمام کن
stop-finish-title =
    { $count ->
        [one] یک کار را تمام کن
       *[other] { $count } کار را تمام کن
    }
stop-on-its-own = «{ $title }» بیش از یک عکس می‌خواهد: بازش کنید و همان‌جا تمامش کنید.
stop-finish-photo = یک عکس بگیر و همه را انجام‌شده ذخیره کن
stop-finish-save = همه را انجام‌شده ذخیره کن
today-pool =
    { $count ->
        [one] یک کار برای برداشتن
       *[other] { $count } کار برای برداشتن
    }
today-take = من برمی‌دارم
today-take-online = کار را فقط با شبکه می‌توان برداشت؛ وگرنه دو گروه می‌روند.
today-taken = برداشتهٔ همکاران
report-link = گزارش
report-title = چیز دیگری هم خراب است
report-category = چیست؟
report-choose = انتخاب کنید …
report-description = چه مشکلی دارد؟
report-address = کجاست؟
report-place-known = موقعیت گوشی همراهش می‌رود؛ نوشته به دیگران در یافتن کمک می‌کند.
report-place-unknown = گوشی نمی‌داند کجاست: خیابان و پلاک را بنویسید.
report-photo = از آن عکس بگیرید
report-photo-taken = عکس گرفته شد؛ یکی دیگر به‌جایش بگیرید
report-save = گزارش را ذخیره کن
number-unexpected = انتظار: { $expected }. ذخیره شد؛ اگر می‌توانید دوباره اندازه بگیرید.
barcode-scan = برچسب را با دوربین بخوان
barcode-unread = کدی در عکس خوانده نشد. بنویسیدش.
answer-signed = امضا شد
answer-unexpected = خارج از انتظار
signature-sign = امضا
signature-again = دوباره امضا
signature-hint = اینجا با انگشت امضا کنید
signature-clear = از نو
could-not-title = چرا نشد؟
could-not-1 = خیلی تاریک
could-not-2 = دوربین کار نمی‌کند
could-not-3 = دسترسی ندارد
could-not-4 = آدم در تصویر است
could-not-is = آورده نشد، { $what }: { $reason }
exemptions = آورده نشد
material-cost = هزینه
material-cost-hint = طبق فهرست { $cost }
time-from-timer = به حساب زمان‌سنج: { $time }
order-team = دیگران در این کار
timer-runs = زمان کار
timer-paused = مکث
timer-ended = کار شد
operation-could-not = گفت چرا چیزی کم است
category-office-hours = مهلت فقط در ساعت‌های اداری شمرده می‌شود
category-office-hours-hint = شب‌ها، آخر هفته‌ها و تعطیلات شمرده نمی‌شوند. کارهای موجود مهلت خود را نگه می‌دارند.
category-workers-take = کارکنان خودشان برمی‌دارند
category-workers-take-hint = کار یک گروه در صندوق گروه می‌ماند تا یکی از کارکنان بردارد.
form-title = فرم
form-hint = آنچه کارکنان در هر کار تازه پاسخ می‌دهند. کارهای موجود فرم خود را نگه می‌دارند.
form-photos = عکس‌هایی که باید آورده شود
form-photo-before = پیش از کار
form-photo-after = پس از کار
form-add = افزودن سطر
form-save = فرم را ذخیره کن
form-up = بالا ببر
form-down = پایین ببر
form-kind = چگونه پاسخ داده می‌شود
form-tick = تیک‌زدنی
form-yes-no = بله یا نه
form-choice = انتخاب
form-number = عدد
form-text = متن
form-date = روز
form-signature = امضا
form-barcode = بارکد یا کد QR
form-unit = واحد
form-lowest = نه کمتر از
form-highest = نه بیشتر از
form-answers = پاسخ‌ها، هر سطر یکی
form-other-languages = به زبان‌های دیگر
shift-title = پایان شیفت
shift-hint = پیش از کنار گذاشتن گوشی: مرکز می‌گوید همه‌چیز را دارد یا نه.
shift-ask = از مرکز بپرس
shift-did = امروز: { $finished } تمام‌شده، { $operations } ثبت، { $photos } عکس.
shift-all = مرکز همه‌چیز را دارد، ساعت { $clock } گفت
shift-all-way-out = می‌توانید گوشی را کنار بگذارید.
shift-missing = هنوز در مرکز نیست: { $operations } ثبت، { $photos } عکس
shift-missing-way-out = به جایی با شبکه بروید و برنامه را باز نگه دارید؛ خودش می‌رود. در این میان چیزی گم نمی‌شود.
shift-missing-held = عکس‌های شما، چنان‌که خواسته‌اید، منتظرند: از همین بالا بفرستید یا جایی بروید که وای‌فای هست. در این میان چیزی گم نمی‌شود.
shift-unconfirmed = مرکز هنوز پاسخ نداده است
shift-to-read =
    { $count ->
        [one] یک پاسخ مرکز در پایین باید خوانده شود.
       *[other] { $count } پاسخ مرکز در پایین باید خوانده شود.
    }
log-title = گزارش برای پشتیبانی
log-hint = آنچه میان گوشی و مرکز گذشت، به کد و عدد. نامی در آن نیست.
log-open = نمایش گزارش
log-save = ذخیره به‌صورت پرونده
form-yes = بله
form-no = نه

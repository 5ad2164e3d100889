## برنامهٔ میدانی.

# Starting
app-elsewhere-title = Kuitti در زبانه یا پنجرهٔ دیگری باز است
app-elsewhere-way-out = همان‌جا ادامه دهید یا آن را ببندید: این یکی خودش ادامه می‌دهد.
app-stopped-title = برنامه متوقف شد
app-stopped-way-out = هر چه «ذخیره شد» خورده، در این گوشی محفوظ است. برنامه را دوباره باز کنید.
app-stopped-why = برای پشتیبانی: { $why }
app-full-title = حافظهٔ گوشی پر است
app-full-way-out = Kuitti برای کار شما جایی پیدا نکرد. چیزی را از گوشی پاک کنید و برنامه را دوباره باز کنید. هر چه «ذخیره شد» خورده، سر جایش است.
app-start-again = شروع دوباره
app-update-title = نسخهٔ تازه آماده است
app-update-way-out = چیزی از دست نمی‌رود: برنامه یک ثانیه بعد دوباره باز می‌شود.
app-update-now = استفاده از نسخهٔ تازه

# Enrolment
enrol-title = اتصال این گوشی
enrol-hint = از مرکز کد اتصال بگیرید. فقط یک بار به شبکه نیاز است؛ بعد از آن برنامه بدون شبکه کار می‌کند.
enrol-scan = دوربین گوشی را رو به کد QR بگیرید و پیوند را باز کنید، یا کد را اینجا بنویسید.
enrol-code = کد اتصال
enrol-server = نشانی مرکز
enrol-connect = اتصال
enrol-install-title = در آیفون: اول نصب کنید
enrol-install = پیش از اتصال، این صفحه را به صفحهٔ اصلی گوشی اضافه کنید و از آنجا باز کنید. برنامهٔ نصب‌شده داده‌های جداگانه دارد.

# Places in the app
tab-today = امروز
tab-map = نقشه
tab-receipts = رسیدها
tab-settings = تنظیمات
tabs = منوی اصلی

# What the office has
strip-on-phone = { $count } مورد در این گوشی، هنوز ارسال نشده
strip-sending = در حال ارسال { $count } مورد …
strip-held-for-wifi = { $count } عکس منتظر وای‌فای است
strip-held-for-word = { $count } عکس منتظر ارسال شماست
strip-asking = پرسش از مرکز …
strip-all-sent = همه چیز به مرکز رسیده است
strip-never = هنوز چیزی از مرکز نرسیده
strip-offline = شبکه نیست
strip-offline-as-of = شبکه نیست، تا ساعت { $clock }
strip-no-answer = پاسخی نیست
strip-no-answer-as-of = پاسخی نیست، تا ساعت { $clock }
strip-as-of = تا ساعت { $clock }

# Today
today-title = امروز
today-summary =
    { $open ->
        [0] کاری نمانده است
       *[other] { $open } کار برای انجام
    }
today-finished = انجام‌شده
today-no-longer-yours = دیگر با شما نیست
today-unheard-title = کارهای شما در راه‌اند
today-unheard-way-out = همین که مرکز یک بار پاسخ دهد اینجا دیده می‌شوند.
today-empty-title = کاری به شما داده نشده
today-empty-way-out = کارهای تازه خودبه‌خود اینجا دیده می‌شوند.
today-ask-again = پرسش دوباره
row-due = مهلت { $moment }
row-overdue = دیرکرد، مهلت { $moment }
row-appointment = قرار { $span }
row-appointment-over = قرار گذشت، { $span }
row-urgent = فوری
row-on-phone = در این گوشی
row-attention = پاسخ را بخوانید

gone-reassigned = به کس دیگری داده شد
gone-done-by-other = کس دیگری انجام داد
gone-cancelled = مرکز لغو کرد
gone-aged = مدتی پیش تمام شد
gone-merged = با دستور کار دیگری برای همین مشکل یکی شد
gone-other = دیگر در فهرست شما نیست

# An order
order-number-is = دستور کار { $number }
order-not-here-title = این دستور کار در این گوشی نیست
order-not-here-way-out = شاید به کس دیگری داده شده باشد. کارهای شما در «رسیدها» است.
order-steps = روند کار
order-due = مهلت { $moment }
order-appointment = قرار { $span }
order-priority-urgent = فوری
order-no-longer-yours = این دستور کار دیگر در فهرست شما نیست: { $reason }. آنچه انجام دادید در سوابق می‌ماند.
order-way = مسیر
order-direction = { $direction }، خط مستقیم
order-position-accuracy = موقعیت ±{ $accuracy }، { $ago }
order-no-position = این گوشی نمی‌داند کجاست.
order-position-denied = برنامه اجازهٔ استفاده از موقعیت را ندارد. در تنظیمات مرورگر برای این صفحه اجازه بدهید.
order-no-place = مرکز برای این دستور کار نقطه‌ای روی نقشه ندارد.
order-navigate = باز کردن در مسیریاب گوشی
order-description = آنچه می‌دانیم
order-contact = تماس با { $name }
order-contact-nameless = تماس با { $phone }
order-checklist = چک‌لیست، { $done } از { $count }
order-required = الزامی
order-evidence = عکس، یادداشت، مصالح، زمان
order-nothing-yet = هنوز چیزی نیست.
order-missing-photo-before = هنوز عکس پیش از کار لازم است.
order-missing-photo-after = هنوز عکس پس از کار لازم است.
order-missing-items = هنوز { $count } مورد از چک‌لیست مانده است.
order-other-steps = گام‌های دیگر
order-undo-finish = تمام شد. تا { $left } دیگر می‌توانید برگردانید.
order-undo = برگرداندن: { $what }
undo-together = برگرداندن همه ({ $count })
order-reported-done-title = { $name } ساعت { $clock } اعلام کرد که کار انجام شده است
order-reported-done = تأیید کنید یا به کار ادامه دهید: کار شما در هر حال در سوابق می‌ماند.
order-colleague = یک همکار
order-conflict = دو پاسخ فرق دارند. هر دو نگه داشته می‌شوند و مرکز تصمیم می‌گیرد.
order-conflict-line = «{ $item }»: پاسخ فعلی { $stands } است؛ { $other } هم نگه داشته می‌شود. مرکز تصمیم می‌گیرد.

# Moves
move-accept = می‌پذیرم
move-decline = نمی‌توانم
move-hand-back = پس دادن
move-en-route = راه افتادم
move-start = شروع
move-pause = توقف
move-resume = ادامه
move-finish = پایان کار
move-confirm = تأیید انجام

# Why
reason-decline-title = چرا نمی‌توانید بپذیرید؟
reason-hand-back-title = چرا پس می‌دهید؟
reason-pause-title = دلیل توقف چیست؟
reason-decline-1 = خودرو نیست
reason-decline-2 = تخصص دیگری لازم است
reason-decline-3 = امروز وقت نیست
reason-hand-back-1 = شیفت تمام شد
reason-hand-back-2 = اکیپ دیگری لازم است
reason-hand-back-3 = تجهیزات کم است
reason-pause-1 = استراحت
reason-pause-2 = منتظر مصالح
reason-pause-3 = وضع هوا
reason-label = دلیل

# Adding
add-photo = عکس
add-note = یادداشت
add-time = زمان
add-material = مصالح
photo-title = عکس چه چیزی را نشان می‌دهد؟
photo-before = محل پیش از کار
photo-after = محل پس از کار
photo-other = چیز دیگر
photo-gallery = انتخاب از گالری: { $role }
photo-saving = در حال ذخیرهٔ { $count } عکس …
photo-at-office = در مرکز
photo-unopened = این تصویر اینجا باز نشد. همان‌طور که هست نگه داشته و به مرکز فرستاده می‌شود؛ شاید محل عکس‌برداری در آن ثبت باشد. شهروندان آن را نمی‌بینند.
photo-file = اینجا باز نشد، { $size }
photo-caption = {"\u200F"}{ $role }، { $clock }
note-title = یادداشت
note-label = مرکز باید چه بداند؟
time-title = زمان صرف‌شده
time-kind = نوع
time-minutes = دقیقه
time-is = { $kind }: { $minutes } دقیقه
material-title = مصالح مصرف‌شده
material-article = کالا
material-quantity = مقدار ({ $unit })
material-is = {"\u200F"}{ $quantity } { $unit } { $article }
material-none = مرکز هنوز فهرست کالا نفرستاده است. به‌جای آن یادداشت بنویسید.
number-wrong = یک عدد بنویسید، مثلاً ۱٫۵
saved-on-phone = در این گوشی ذخیره شد

# Finishing
finish-title = نتیجه چه شد؟
finish-done = انجام شد
finish-done-hint = مشکل برطرف شد
finish-follow-up = انجام شد، کار بیشتری لازم است
finish-follow-up-hint = مرکز دستور کار بعدی را می‌سازد
finish-not-done = انجام نشد
finish-not-done-hint = پیدا نشد، دسترسی نبود، خطرناک بود …
finish-what-is-left = چه کاری مانده است؟
finish-why-not = چرا انجام نشد؟
finish-duplicate = همان دستور کار دیگر
finish-duplicate-number = شمارهٔ دستور کار دیگر
finish-extent = چه مقدار از آن؟
finish-extent-whole = همهٔ آن
finish-extent-part = سهم من؛ دیگران ادامه می‌دهند
finish-evidence-good = هر چه مرکز می‌خواهد اینجا هست.
finish-save-done = ذخیره: انجام شد
finish-save-follow-up = ذخیره، کار بیشتری لازم است
finish-save-not-done = ذخیره: انجام نشد
finish-save-anyway = ذخیره بدون آن
finish-undo-hint = تا { $window } می‌توانید برگردانید.
finish-required = اول این را پر کنید.

# Receipts
receipts-title = رسیدها
receipts-empty-title = هنوز رسیدی نیست
receipts-empty-way-out = هر کاری که می‌کنید رسیدی دارد: اینجا می‌بینید چه چیزی به مرکز رسیده است.
tally-on-phone = در این گوشی
tally-arrived = رسیده
tally-applied = اعمال‌شده
tally-attention = خواندنی
receipt-state-on-phone = در این گوشی ذخیره شد
receipt-state-arrived = به مرکز رسید
receipt-state-applied = اعمال شد
receipt-photo-waiting = { $size }، هنوز در این گوشی
receipt-photo-sending = { $sent } از { $size } ارسال شد
receipts-reports = مشکل‌های تازه‌ای که گزارش کردید
receipts-send-now = ارسال
receipts-held-for-wifi = عکس‌های شما منتظر وای‌فای‌اند. آنچه انجام داده‌اید همان لحظه فرستاده می‌شود.
receipts-held-for-word = این گوشی نمی‌گوید به وای‌فای وصل است یا نه: عکس‌های شما تا وقتی خودتان نفرستید می‌مانند. آنچه انجام داده‌اید همان لحظه فرستاده می‌شود.
receipts-send-held-for-wifi = ارسال با اینترنت همراه
receipts-send-held-for-word = ارسال عکس‌ها

operation-accept = پذیرفته شد
operation-decline = پذیرفته نشد
operation-hand-back = پس داده شد
operation-en-route = در راه
operation-start = شروع شد
operation-pause = توقف
operation-resume = ادامه یافت
operation-check = پاسخ چک‌لیست
operation-measure = اندازه‌گیری
operation-note = یادداشت
operation-photo = اعلام عکس
operation-material = مصالح
operation-time = زمان
operation-suggest = پیشنهاد
operation-finish = پایان کار
operation-confirm = تأیید شد
operation-undo = برگردانده شد
operation-report = گزارش مشکل تازه
operation-hide = عکس یا یادداشت پس گرفته شد
operation-unknown = ساختهٔ نسخه‌ای تازه‌تر
photo-role-before-bytes = تصویر، پیش از کار
photo-role-after-bytes = تصویر، پس از کار
photo-role-other-bytes = تصویر

# Settings
settings-title = تنظیمات
settings-phone = این گوشی
settings-theme = ظاهر
theme-system = مانند گوشی
theme-light = روشن
theme-dark = تیره
settings-large-over = عکس‌ها و نقشه با
large-over-any = هر شبکه‌ای
large-over-wifi = فقط وای‌فای
large-over-hint = اگر گوشی نگوید به کدام شبکه وصل است، عکس‌ها تا وقتی خودتان نفرستید می‌مانند و نقشهٔ تازه‌ای گرفته نمی‌شود.
settings-storage = حافظه
settings-storage-kept = داده‌ها تا وقتی کسی آن‌ها را پاک نکند اینجا می‌مانند
settings-storage-at-risk = اگر جا کم شود مرورگر ممکن است آن را پاک کند
settings-storage-use = { $used } از { $granted }
settings-storage-safe = محفوظ
settings-storage-not-safe = در خطر
settings-storage-way-out = برنامه را روی صفحهٔ اصلی نصب کنید: آن‌گاه مرورگر داده‌هایش را نگه می‌دارد. پیش از پاک کردن داده‌های مرورگر، کارتان را ارسال کنید.
settings-offline = بدون شبکه باز می‌شود
settings-offline-yes = بله
settings-offline-no = نه: صفحه گواهی معتبر ندارد
settings-last-sync = آخرین خبر از مرکز
settings-never = هیچ‌گاه
settings-town = مرکز
settings-call-office = تماس با مرکز
settings-make-room = حذف نسخه‌هایی که مرکز دارد
settings-sync-now = پرسش از مرکز
settings-version = نسخهٔ { $version }
clock-ahead-title = ساعت این گوشی { $off } جلوست
clock-behind-title = ساعت این گوشی { $off } عقب است
clock-off = با این حال کار شما با زمان درست ثبت می‌شود.

standing-drain-only = این گوشی آنچه دارد تحویل می‌دهد؛ دیگر دستور کار تازه‌ای نمی‌آید.
standing-revoked = مرکز دیگر این گوشی را نمی‌پذیرد. کار شما اینجا نگه داشته می‌شود؛ از مرکز بپرسید.

# What is wrong, and what happens next
not-saved = ذخیره نشد
phone-problem-not-enrolled = این گوشی هنوز به مرکزی متصل نیست.
phone-problem-server-address = این نشانی مرکز نیست. نشانی به این شکل است: https://kuitti.town.example
phone-problem-enrolment-unknown = مرکز این کد را نمی‌شناسد. حرف‌به‌حرف بررسی کنید.
phone-problem-enrolment-used = این کد استفاده شده است. از مرکز کد تازه بگیرید.
phone-problem-enrolment-expired = مهلت این کد گذشته است. از مرکز کد تازه بگیرید.
phone-problem-other-workers-work = کار ارسال‌نشدهٔ { $worker } هنوز در این گوشی است. به شبکه وصل شوید تا اول آن ارسال شود.
phone-problem-unreachable = مرکز پاسخ نمی‌دهد. خودبه‌خود دوباره تلاش می‌شود.
phone-problem-server-busy = مرکز شلوغ است. خودبه‌خود دوباره تلاش می‌شود.
phone-problem-server-failed = در مرکز خطایی پیش آمد. خودبه‌خود دوباره تلاش می‌شود.
phone-problem-revoked = مرکز دیگر این گوشی را نمی‌پذیرد. می‌توانید به کار ادامه دهید؛ از مرکز بخواهید دوباره آن را متصل کند.
phone-problem-upgrade-needed = این برنامه برای خواندن دستورهای تازه قدیمی است. آن را با شبکه دوباره باز کنید. کار شما به هر حال تحویل داده می‌شود.
phone-problem-photo-empty = این فایل خالی است یا خوانده نمی‌شود. دوباره عکس بگیرید.
phone-problem-photo-file-too-large = این فایل برای فرستادن بیش از حد بزرگ است. عکس را با اندازهٔ کوچک‌تر بگیرید.
phone-problem-photo-not-drawn = این تصویر اینجا باز نشد و آنچه کشیده‌اید روی آن قرار نمی‌گیرد. نگه داشته و فرستاده نشد. دوباره عکس بگیرید یا بدون کشیدن دوباره انتخابش کنید.
phone-problem-order-unknown = این دستور کار در این گوشی نیست.
phone-problem-photo-not-here = این عکس دیگر در این گوشی نیست. مرکز آن را دارد.
phone-problem-text-too-long = متن بیش از حد بلند است. آن را دو یادداشت کنید.
phone-problem-not-possible = این کار نشد. دوباره تلاش کنید؛ اگر باز هم نشد برنامه را دوباره باز کنید.
phone-problem-storage-full = حافظهٔ گوشی پر است: این ذخیره نشد. چیزی را از گوشی پاک کنید، یا کارتان را ارسال کنید و نسخه‌ها را در تنظیمات حذف کنید.
phone-problem-storage-failed = حافظهٔ گوشی خطا داد: این ذخیره نشد. برنامه را دوباره باز کنید.

# The street map
map-title = نقشه
map-none = هنوز نقشهٔ خیابان‌ها در این گوشی نیست. هر وقت شبکه باشد خودش می‌آید.
map-coming = نقشهٔ خیابان‌ها در راه است: { $arrived } از { $size }
map-you = شما اینجا هستید

# The way as one arrow
compass = قطب‌نما
compass-turns = پیکان همراه گوشی می‌چرخد.
compass-from-north = این گوشی جهت را نمی‌گوید: پیکان مانند نقشه است و شمال بالاست.
compass-ask = استفاده از قطب‌نمای گوشی
compass-north = ش

# Where the worker is
place-title = کجا هستم
place-phone = موقعیت از این گوشی می‌آید.
place-hint = جایی که گوشی موقعیت نمی‌گیرد، روی نقشه سنجاق بگذارید. مسیر ضبط‌شده برای آموزش است. هر دو تا بستن برنامه می‌مانند و هیچ‌کدام به‌عنوان موقعیت شما به مرکز فرستاده نمی‌شود.
place-use-phone = استفاده از موقعیت گوشی
place-pin-map = گذاشتن سنجاق روی نقشه
place-pin-press = روی نقشه جایی را که هستید فشار دهید.
place-pin-order = در محل یک کار هستم
place-choose = محل را انتخاب کنید
place-here = اینجا هستم
place-track = پخش مسیر ضبط‌شده (GPX)
place-mark-pin = موقعیت با سنجاق است، نه از گوشی
place-mark-track = موقعیت از مسیر ضبط‌شده است، نه از گوشی
phone-problem-no-track = این فایل مسیر ضبط‌شده نیست یا خراب است. یک فایل GPX انتخاب کنید.
phone-problem-track-without-time = این مسیر زمان ندارد. آن را با زمان ضبط کنید و دوباره انتخاب کنید.

## واژه‌هایی که چند صفحه به‌کار می‌برند: وضعیت‌ها، نتیجه‌ها، فرمان‌ها.

kuitti = Kuitti
order = دستور کار
request = گزارش
crew = اکیپ
worker = نیرو
category = موضوع
priority = اولویت
place = محل
due = مهلت
photos = عکس‌ها
notes = یادداشت‌ها
checklist = چک‌لیست
visits = بازدیدها
notices = پیام‌ها

orders-count = { $count } دستور کار
requests-count = { $count } گزارش
photos-count = { $count } عکس

order-status-new = جدید
order-status-assigned = واگذارشده
order-status-in-work = در حال انجام
order-status-finished = پایان‌یافته
order-status-finished-unconfirmed = در انتظار تأیید
order-status-closed = بسته‌شده
order-status-declined = پذیرفته‌نشده
order-status-cancelled = لغوشده
order-status-reopened = بازگشوده

request-stage-received = دریافت شد
request-stage-planned = برنامه‌ریزی شد
request-stage-in-work = در حال انجام
request-stage-done = انجام شد
request-stage-not-done = انجام نشد
request-stage-needs-visit = نیاز به بازدید
request-stage-reopened = دوباره باز شد

save = ذخیره
cancel = انصراف
close = بستن
back = بازگشت
undo = برگرداندن
retry = تلاش دوباره
search = جست‌وجو
optional = اختیاری
loading = در حال بارگذاری …
open = باز کردن
add = افزودن
remove = برداشتن
log-out = خروج
language = زبان
skip-to-content = رفتن به محتوا

as-of = تا ساعت { $clock }
photo-of = عکس { $number } از { $count }
photo-closer = از نزدیک
photo-whole = تمام عکس
photo-previous = عکس قبلی
photo-next = عکس بعدی

map = نقشه
map-zoom-in = بزرگ‌نمایی
map-zoom-out = کوچک‌نمایی
map-fit = نمایش همه
map-select-area = انتخاب محدوده
map-help = کلیدهای جهت نقشه را جابه‌جا می‌کنند، مثبت و منفی مقیاس را تغییر می‌دهند و Tab به نقطه‌ها می‌رود. همین نقطه‌ها در فهرست هم هستند.
map-cluster = { $count } نقطهٔ نزدیک به هم
map-no-points = چیزی برای نمایش روی نقشه نیست

role-worker = نیروی میدانی
role-crew-lead = سرگروه
role-intake = مرکز تماس
role-dispatcher = مسئول اعزام
role-supervisor = سرپرست
role-administrator = مدیر سامانه
role-auditor = بازرس

priority-low = کم
priority-normal = عادی
priority-urgent = فوری

visit-state-accepted = پذیرفته شد
visit-state-en-route = در راه
visit-state-on-site = در محل
visit-state-paused = توقف موقت
visit-state-finished = پایان یافت
visit-state-declined = پذیرفته نشد
visit-state-handed-back = پس داده شد

outcome-done = انجام شد
outcome-done-needs-follow-up = انجام شد، کار بیشتری لازم است
outcome-not-done = انجام نشد
not-done-not-found = چیزی پیدا نشد
not-done-no-access = دسترسی نبود
not-done-unsafe = خطرناک بود
not-done-not-ours = مربوط به ما نیست
not-done-needs-equipment = تجهیزات کم بود
not-done-duplicate-of = همان { $number }

notice-stage-received = دریافت شد
notice-stage-done = انجام شد
notice-stage-not-done = انجام نشد
notice-stage-needs-visit = نیاز به بازدید
notice-stage-corrected = اصلاحیه
channel-sms = پیامک
channel-email = ایمیل
channel-call = تماس تلفنی
channel-webhook = برنامه
intake-web = فرم اینترنتی
intake-phone = تماس تلفنی
intake-import = ورود از فایل
intake-field = نیروی میدانی
photo-role-before = پیش از کار
photo-role-after = پس از کار
photo-role-other = عکس
time-kind-work = کار
time-kind-travel = مسیر
time-kind-waiting = انتظار

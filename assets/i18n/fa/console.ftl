## صفحه‌های مرکز: قاب، گزارش‌ها، دستورهای کار.

nav = منوی اصلی
nav-requests = گزارش‌ها
nav-orders = دستورهای کار
nav-attention = برای تصمیم
nav-call = تماس تازه
nav-notices = پیام‌ها
nav-people = اکیپ‌ها
nav-import = ورود از فایل
nav-categories = موضوع‌ها
no-screen = در این نشانی صفحه‌ای نیست
live-connecting = در حال اتصال …
live-up = زنده
live-lost = زنده نیست: تلاش برای رسیدن به سرور
shortcuts = صفحه‌کلید
commands = فرمان‌ها
nobody = هیچ‌کس
by-itself = خودکار
times =
    { $count ->
        [1] یک بار
       *[other] { $count } بار
    }

log-in = ورود
log-in-title = ورود به مرکز
log-in-again = برای ادامه دوباره وارد شوید
log-in-name = نام
log-in-password = گذرواژه

key-help = نمایش این کلیدها
key-next = بعدی
key-previous = قبلی
key-next-column = ستون بعدی
key-previous-column = ستون قبلی
key-select = انتخاب
key-select-all = انتخاب همه
key-clear = پاک کردن انتخاب
key-open = باز کردن
key-search = جست‌وجو
key-make-orders = ساختن دستور کار
key-assign = واگذاری

problem-unreachable = دسترسی به سرور ممکن نیست. آنچه می‌بینید مربوط به همان ساعتی است که نوشته شده؛ چیزی از نوشته‌های شما از دست نرفته است.
problem-logged-out = دیگر وارد نیستید. برای ادامه دوباره وارد شوید.
problem-unreadable = پاسخ سرور خوانده نمی‌شود. صفحه را دوباره باز کنید؛ اگر نشد به مدیر سامانه بگویید.
problem-wrong-login = نام یا گذرواژه درست نیست. دوباره تلاش کنید یا از مدیر سامانه گذرواژهٔ تازه بگیرید.
problem-forbidden = نقش شما اجازهٔ این کار را ندارد.
problem-not-allowed = نقش شما اجازهٔ این کار را ندارد.
problem-too-many-requests = تلاش‌ها زیاد بود. کمی صبر کنید و دوباره تلاش کنید.
problem-changed-meanwhile = دستور کار در این میان تغییر کرده است. وضع کنونی را ببینید و دوباره تصمیم بگیرید.
problem-order-is-over = دستور کار بسته یا لغو شده است: اول آن را دوباره باز کنید.
problem-nothing-to-reopen = فقط دستور کار پایان‌یافته، بسته یا لغوشده را می‌توان دوباره باز کرد.
problem-order-merged = دستور کار با دیگری یکی شده است: دربارهٔ آن تصمیم بگیرید.
problem-merge-into-itself = دستور کار با خودش یکی نمی‌شود: دیگری را انتخاب کنید.
problem-awaits-confirmation = کسی پایان کار را اعلام کرده است: اول دربارهٔ آن تصمیم بگیرید.
problem-not-part-of-order = در این میان تصمیم گرفته شده یا مربوط به دستور کار دیگری است.
problem-order-unknown = چنین دستور کاری نیست.
problem-request-unknown = چنین گزارشی نیست.
problem-worker-unknown = چنین نیرویی نیست.
problem-device-unknown = چنین دستگاهی نیست.
problem-assignee-unknown = این اکیپ یا نیرو دیگر در فهرست نیست.
problem-already-planned = یکی از گزارش‌ها دستور کار دارد: بدون آن انتخاب کنید.
problem-nothing-selected = چیزی انتخاب نشده است.
problem-too-many-selected = موارد انتخاب‌شده زیاد است: کمتر انتخاب کنید.
problem-title-length = عنوان بیش از حد بلند است: حداکثر ۱۲۰ نویسه.
problem-disk-full = دیسک سرور پر است. از سمت شما چیزی از دست نرفته؛ به مرکز خبر دهید.
problem-not-stored = ذخیره نشد و چیزی تغییر نکرد. دوباره تلاش کنید.
problem-fields-invalid = چیزی کم است یا درست نیست: فیلدها را ببینید.

filter-stage = نمایش
filter-text = متن، نشانی یا شماره
filter-all-categories = همهٔ موضوع‌ها
filter-everybody = همهٔ اکیپ‌ها و نیروها
stages-waiting = انجام‌نشده
stages-under-way = در جریان
stages-over = پایان‌یافته
stages-all = همه
rows-of = { $shown } از { $total }
rows-more = نمایش بیشتر
selected = { $count } مورد انتخاب شد

requests-none = گزارشی با این شرط‌ها نیست
requests-none-way = مرحله‌های دیگری انتخاب کنید یا جست‌وجو را پاک کنید. گزارش‌های تازه خودبه‌خود اینجا دیده می‌شوند.
map-requests = گزارش‌ها روی نقشه
request-report = چه گزارش شده است
request-came = رسیده از { $channel }، { $moment }
request-open = باز کردن گزارش
photo-of-citizen = عکس شهروند
photo-file-unopened = به‌صورت تصویر باز نشد
photo-fetch = دریافت فایل
near-and-alike = نزدیک و مشابه
caller = گزارش‌دهنده
told-by = راه خبررسانی
told-nothing = بدون خبر
external-number = شماره در جای دیگر

make-orders = ساختن دستور کار
order-title = چه باید کرد
order-title-hint = اگر خالی بماند، نام موضوع است.
grouping = چند دستور کار
grouping-one-for-all = یک دستور کار برای هر { $count } گزارش
grouping-one-for-all-hint = همه یک چیز را گزارش می‌کنند. به هر شهروند یک بار خبر داده می‌شود.
grouping-one-each = برای هر کدام یک دستور کار
grouping-one-each-hint = { $count } دستور کار.
assign-to = واگذاری به
assign-by-rule = طبق قاعدهٔ موضوع
assign-by-rule-hint = اگر موضوع چنین بگوید، قاعده کار را به اکیپ سر شیفت آن ناحیه که تخصصش را دارد می‌دهد.
order-made-for = برای { $assignee } ساخته شد. { $reason }
order-made-for-nobody = ساخته شد، هنوز با کسی نیست. { $reason }

routing-on-shift-in = { $crew } در { $zone } سر شیفت است و تخصص دارد؛ از { $candidates } اکیپ مناسب، کمترین کار باز را دارد ({ $load }).
routing-on-shift = { $crew } در سراسر شهر سر شیفت است و تخصص دارد؛ از { $candidates } اکیپ مناسب، کمترین کار باز را دارد ({ $load }).
routing-by-hand = دستی واگذار شد.
routing-outside-zones = محل در هیچ ناحیه‌ای نیست و هیچ اکیپی همهٔ شهر را پوشش نمی‌دهد.
routing-nobody = اکنون کسی با این تخصص سر شیفت نیست.
routing-nobody-in = اکنون کسی با این تخصص در { $zone } سر شیفت نیست.

orders-current = جاری
column-nobody = با کسی نیست
order-review = برای تصمیم
due-at = مهلت { $moment }
overdue-since = دیرکرد، مهلت { $moment }
photos-on-phone = { $count } عکس هنوز در گوشی است
crews = اکیپ‌ها
workers = نیروها
on-shift-until = شیفت تا { $clock }
off-shift = سر شیفت نیست
assign = واگذاری
assign-count =
    { $count ->
        [1] واگذاری دستور کار
       *[other] واگذاری { $count } دستور کار
    }
assign-hint = کاری که شروع شده در سوابق می‌ماند.
orders-assigned =
    { $count ->
        [1] به { $assignee } واگذار شد.
       *[other] { $count } دستور کار به { $assignee } واگذار شد.
    }
orders-refused = { $changed } واگذار شد، { $refused } نشد: { $reasons }

assigned-to = واگذارشده به
proof = مدرک
proof-photo-before = عکس پیش از کار
proof-photo-after = عکس پس از کار
order-edit = تغییر
appointment = قرار ملاقات
appointment-hint = زمانی که کسی آنجا خواهد بود. برای گروه به جای مهلت به حساب می‌آید و مسیر بر پایهٔ آن چیده می‌شود. بدون روز، قراری نیست. پایانی زودتر از آغاز، روز بعد است.
appointment-day = روز
appointment-from = از
appointment-until = تا
appointment-impossible = قرار به آغاز و پایانی متفاوت نیاز دارد.
order-close = بستن
order-reopen = باز کردن دوباره
order-cancel = لغو دستور کار
order-cancel-body = گوشی‌هایی که این دستور کار را دارند آن را لغوشده نشان می‌دهند. کاری که در این میان انجام شده در سوابق می‌ماند و به شما خبر داده می‌شود.
order-merge = همان مشکل …
order-merge-body = به هر کس که یکی از این دو را گزارش کرده یک بار خبر داده می‌شود، دربارهٔ دستور کاری که می‌ماند. عکس‌ها، یادداشت‌ها و پاسخ‌ها به آنجا می‌روند؛ این دستور کار از گوشی‌ها برداشته می‌شود و آنچه دیر برسد به دیگری می‌رود.
order-merge-number = شمارهٔ دستور کاری که می‌ماند
order-merge-near = دستورهای کار باز نزدیک، همین موضوع
order-merge-none = دستور کار باز این موضوع در نزدیکی نیست. شمارهٔ دیگری را بدهید.
order-merge-unknown = دستور کار بازی با این شماره نیست.
order-merge-do = یکی کردن
order-merged-into = این دستور کار اکنون بخشی از دیگری است
order-merged-into-body = دربارهٔ همان مشکل بود. هر چه رسیده و هر چه برسد در { $number } است.
checklist-count = چک‌لیست، { $done } از { $count }
time-and-material = زمان و مصالح
suggestion = پیشنهاد: { $value }

visits-none = هنوز کسی آنجا نرفته است
visit-state = وضعیت
visit-since = از
visit-not-heard = دستور کار را دارد؛ هنوز خبری نیست
device-heard = گوشی
extent-part = بخشی از آن
standing-unconfirmed = در انتظار تأیید
standing-recorded = فقط در سوابق
pending-reports = { $reports } ثبت
pending-photos = { $photos } عکس
pending-both = { $reports } ثبت و { $photos } عکس
device-pending = { $pending } هنوز در گوشی، تا ساعت { $clock }
device-sent-all = همه ارسال شده، تا ساعت { $clock }
device-never = هنوز خبری نیست

review-completion = { $worker } پایان کار را اعلام کرد: { $moment }
review-completion-body = نتیجه: { $outcome }. کس دیگری هنوز مشغول است یا اکنون کار با اوست. به شهروند فقط پس از تأیید شما یا آنان خبر داده می‌شود.
review-confirm = تمام شده
review-reject = تمام نشده
review-settle = دیده شد
review-stands = معتبر
review-keep = همین بماند
review-take = این را بردار
review-by = {"\u200F"}{ $worker }، { $moment }
review-checklist = دو پاسخ برای «{ $item }»
review-outcome = دو گزارش با هم نمی‌خوانند
review-undo = دیر برگردانده شد

story = چه گذشت
story-on-phone = هنوز در گوشی { $worker }
arrived-at-once = فوراً رسید
arrived-late = در گوشی تا { $moment }
clock-quality = این زمان چقدر قابل اعتماد است
clock-exact = ساعت دقیق
clock-wall = ساعت گوشی
clock-estimated = تخمینی
audit-order-made = دستور کار ساخته شد
audit-order-assigned = واگذار شد
audit-order-closed = بسته شد
audit-order-cancelled = لغو شد
audit-order-reopened = دوباره باز شد
audit-order-edited = تغییر کرد
audit-order-confirmed = پایان کار تأیید شد
audit-order-rejected = پایان کار رد شد
audit-order-merged = با دستور کار دیگری یکی شد
audit-order-absorbed = دستور کار دیگری با این یکی شد
audit-order-taken = پاسخ دیگر برداشته شد
audit-order-settled = ناسازگاری حل شد

attention-none = چیزی منتظر شما نیست
attention-none-way = آنچه قاعده‌ها به‌تنهایی حل نمی‌کنند اینجا دیده می‌شود: دو پاسخ برای یک چیز، عکس‌هایی که نمی‌رسند، کاری که جایش معلوم نیست.
attention-conflicts = دو پاسخ برای یک چیز
attention-tasks = برای بررسی
attention-operations = کارهای منتظر
attention-operations-about = از گوشی رسیده و درست همان‌گونه که فرستاده شده نگه داشته می‌شود. چیزی از آن گم نشده است.
attention-as-sent = همان‌گونه که فرستاده شد
outcome-held = نگه‌داشته
outcome-quarantined = جداگانه
task-completion-unconfirmed = اعلام پایان کار یک ساعت است منتظر تأیید همکار است.
task-photo-missing = عکسی که اعلام شده بود یک روز است نرسیده.

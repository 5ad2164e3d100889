## آنچه از آنِ شهروند است: شماره یا نشانی‌ای که با کد تأیید می‌شود، داده‌های خود، و فراموش‌شدن آن‌ها.

citizen-confirm-title = آیا { $to } از آنِ شماست؟
citizen-confirm-lead = کدی شش‌رقمی به آنجا فرستادیم. تا ده دقیقه آن را اینجا بنویسید: پیش از آن چیز دیگری به آنجا فرستاده نمی‌شود.
citizen-confirm-code = کد شش‌رقمی
citizen-confirm-send = تأیید
citizen-confirm-again = فرستادن کد تازه
citizen-confirm-wrong = کد این نیست. آن را با پیام بسنجید یا کد تازه بخواهید.
citizen-confirm-often = در یک ساعت کدهای زیادی به آنجا فرستاده شد. بعداً دوباره تلاش کنید؛ همیشه می‌توانید پرونده را اینجا دنبال کنید.
notice-sms-confirm = { $town }: کد شما { $confirm } است. تا ۱۰ دقیقه آن را در صفحهٔ گزارش خود بنویسید. گزارشی نداده‌اید؟ این پیام را نادیده بگیرید.
notice-subject-confirm = کد شما: { $confirm }
notice-mail-confirm = کد شما { $confirm } است. تا ۱۰ دقیقه آن را در صفحهٔ گزارش خود بنویسید. گزارشی نداده‌اید؟ این پیام را نادیده بگیرید.

citizen-own-title = داده‌های شما
citizen-own-lead = هر آنچه این پرونده دربارهٔ شما نگه می‌دارد.
citizen-own-link = داده‌های خود را ببینید، بگیرید یا پاک کنید
citizen-own-download = دریافت به‌صورت فایل (JSON)
citizen-own-name = نام
citizen-own-phone = تلفن
citizen-own-email = ایمیل
citizen-own-words = نوشتهٔ شما
citizen-own-nothing = هیچ
citizen-own-messages = پیام‌ها به شما
citizen-own-photos = عکس‌ها
citizen-own-forget = اطلاعات تماس و عکس‌های من پاک شود
citizen-own-forget-lead = نام، شماره، نشانی و عکس‌های شما برای همیشه پاک می‌شود، در دستگاه کارکنان نیز. دیگر پیامی نمی‌گیرید. خود پرونده می‌ماند و کد شما همچنان آن را باز می‌کند.
citizen-own-forgotten = اطلاعات تماس و عکس‌های شما پاک شد.

## مشکل‌های باز آن‌گونه که همه می‌توانند ببینند: پیش از فرستادن گزارش و در صفحه‌ای جداگانه.

citizen-report-address-public = همه می‌توانند این نشانی را ببینند.
citizen-near-title = آیا یکی از این‌هاست؟
citizen-near-lead = این مشکل‌های نزدیک از پیش شناخته شده‌اند. مشکل خود را برگزینید تا آن را دنبال کنید: کدی ویژهٔ خود می‌گیرید و مانند نخستین گزارش‌دهنده باخبر می‌شوید.
citizen-near-same = همین است: من هم دنبال می‌کنم
citizen-near-none = هیچ‌کدام: گزارش من فرستاده شود
citizen-problem-since = از { $date }
citizen-following = دیگران هم همین مشکل را گزارش کرده‌اند: با هم باخبر می‌شوید.

citizen-problems-link = مشکل‌های شناخته‌شده
citizen-problems-title = مشکل‌های شناخته‌شده
citizen-problems-lead = آنچه گزارش شده و هنوز برطرف نشده است. نوشته‌ها و نام گزارش‌دهندگان نشان داده نمی‌شود.
citizen-problems-none = مشکل بازی نیست
citizen-problems-map = نقشهٔ مشکل‌های این صفحه
citizen-problems-older = مشکل‌های قدیمی‌تر
citizen-problems-first = به تازه‌ترین مشکل‌ها
citizen-problems-followers =
    { $count ->
        [one] { $count } نفر دیگر دنبال می‌کند
       *[other] { $count } نفر دیگر دنبال می‌کنند
    }
request-followers =
    { $count ->
        [one] { $count } نفر دیگر هم گزارش داده است
       *[other] { $count } نفر دیگر هم گزارش داده‌اند
    }

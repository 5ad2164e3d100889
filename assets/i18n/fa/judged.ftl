## اداره: نظر شهروندان، دنبال‌کنندگان، و واژه‌های یک پیام.

nav-satisfaction = رضایت
satisfaction-lead = آنچه شهروندان دربارهٔ پایان‌های دوازده ماه گذشته گفته‌اند. کمتر از پنج نشان داده نمی‌شود: یک صدا میانگین نیست.
satisfaction-category = دسته
satisfaction-zone = ناحیه
satisfaction-month = ماه
satisfaction-no-zone = در هیچ ناحیه‌ای
satisfaction-average = امتیاز از ۵
satisfaction-ratings = شمار امتیازها
satisfaction-reopened = بازشده، ٪
satisfaction-ends = پایان‌یافته
satisfaction-too-few = بسیار کم
notice-edit = تغییر متن
notice-words = آنچه پیام می‌گوید
notice-usual-words = متن همیشگی
notice-cancelled-overtaken = فرستاده نشد: کار پیش رفته است
notice-cancelled-expired = فرستاده نشد: کد کهنه است
request-follows = همان مشکلِ
request-follows-first = نخستین گزارش
request-followed = دنبال‌شده

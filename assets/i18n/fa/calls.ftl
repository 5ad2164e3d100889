# Citizens whom somebody of the contact centre calls.
nav-calls = تماس‌ها
calls-none = اکنون لازم نیست با کسی تماس گرفته شود
calls-none-way = کسانی که تماس خواسته‌اند، و کسانی که هیچ پیامی به آن‌ها نرسیده است، وقتی چیزی برای گفتن باشد اینجا دیده می‌شوند.
calls-take = من تماس می‌گیرم
calls-attempts =
    { $count } بار امتحان شده
calls-taken = { $name } تا ساعت { $clock } این تماس را بر عهده دارد
calls-say = این را بگویید
calls-result = نتیجه چه شد؟
call-result-told = گفته شد
call-result-no-answer = پاسخ نداد
call-result-wrong-number = شماره اشتباه است
call-result-no-more-calls = دیگر تماس نمی‌خواهد
call-result-not-called = تماس نگرفتم

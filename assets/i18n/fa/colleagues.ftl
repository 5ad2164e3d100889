## Messages to people of the town.

staff-subject = {"\u200F"}Kuitti، { $town }: {"\u200E"}{ $number }
staff-urgent = {"\u200F"}فوری: {"\u200E"}{ $number } { $title }، { $place }. برای دیدن آن Kuitti را باز کنید.
staff-warning = {"\u200F"}مهلت رو به پایان است: {"\u200E"}{ $number } { $title }، { $place }، تا { $when }.
staff-breach = {"\u200F"}مهلت گذشته است: {"\u200E"}{ $number } { $title }، { $place }، مهلت { $when } بود.
staff-new = {"\u200F"}دستور کار تازه: {"\u200E"}{ $number } { $title }، { $place }.
staff-finished = {"\u200F"}انجام شد: {"\u200E"}{ $number } { $title }، { $place }.
staff-not-done = {"\u200F"}انجام نشد: {"\u200E"}{ $number } { $title }، { $place }.
staff-review = {"\u200F"}در انتظار تصمیم: {"\u200E"}{ $number } { $title }، { $place }.
staff-declined = {"\u200F"}پس داده شد: {"\u200E"}{ $number } { $title }، { $place }. اکنون در دست کسی نیست.
staff-reopened = {"\u200F"}دوباره باز شد: {"\u200E"}{ $number } { $title }، { $place }.
staff-cancelled = {"\u200F"}لغو شد: {"\u200E"}{ $number } { $title }، { $place }.

reach = راه رسیدن به شما
reach-about = شماره و نشانی شما را جز Kuitti کسی نمی‌بیند؛ از آنچه دنبال می‌کنید و از مهلت‌ها آنجا باخبر می‌شوید.
reach-phone = شماره تلفن
reach-email = نشانی ایمیل
reach-first = نخست با
watches = آنچه دنبال می‌کنید
watches-none = هنوز چیزی را دنبال نمی‌کنید. یک دستور کار را باز کنید و «دنبال کردن» را بزنید، یا اینجا دسته یا منطقه‌ای بیفزایید.
watch = دنبال کردن
watching = دنبال می‌شود
watch-end = پایان
watch-more = دسته یا منطقه
reach-of-worker = پیام‌ها به { $worker }
reach-of-worker-about = کار فوری که این گوشی به‌موقع نگرفته باشد اینجا خبر داده می‌شود.
reach-edit = تلفن و ایمیل
problem-nothing-to-watch = آنچه می‌خواهید دنبال کنید وجود ندارد.
problem-watches-too-much = چیزهای بسیاری را دنبال می‌کنید: نخست یکی را پایان دهید.
reach-saved = ذخیره شد.

answers = پاسخ شهروند
answer-unread = خوانده نشده
answer-read = خواندم

## نقشهٔ صفحه‌های شهروندان، که سرور می‌کشد.

citizen-map-title = یا محل را روی نقشه نشان دهید
citizen-map-hint = همان‌جا را فشار دهید: سنجاقی آنجا پدیدار می‌شود. آنچه نوشته‌اید می‌ماند؛ عکس‌ها را پس از این برگزینید.
citizen-map-press = نقشه: جایی را که مشکل هست فشار دهید. با صفحه‌کلید، سنجاق به میان نقشه می‌رود.
citizen-map-pinned = سنجاق در { $place } است.
citizen-map-lost = روی نقشه خیابانی به این نام نیست. نام را مانند تابلوی خیابان بنویسید، یا با دکمه‌ها محل را بیابید.
citizen-map-find = خیابان را روی نقشه بیاب
citizen-map-look = روی نقشه بگردید
citizen-map-source = داده‌های نقشه: { $source }
citizen-map-step-in = نزدیک‌تر
citizen-map-step-out = دورتر
citizen-map-step-north = شمال
citizen-map-step-south = جنوب
citizen-map-step-west = غرب
citizen-map-step-east = شرق

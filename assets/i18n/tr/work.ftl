## At work in the field: the list of the day, forms, reports; and the office’s editor of forms.

row-new = yeni
row-changed = merkez değiştirdi
find-label = Ara: sokak, numara, kelime
find-all = Hepsi
find-pressing = Acil olanlar
find-news = Yeni ve değişen
find-on-phone = Bu telefonda
find-kind = Sorun türü
find-every-kind = Her tür
find-none = Hepsini yine göster
stop-title = { $place }: { $count } iş
stop-finish = Buradakilerin hepsini bitir
stop-finish-title =
    { $count ->
        [one] Bir işi bitir
       *[other] { $count } işi bitir
    }
stop-on-its-own = “{ $title }” fotoğraftan fazlasını ister: açıp orada bitirin.
stop-finish-photo = Bir fotoğraf çek, hepsini bitti olarak kaydet
stop-finish-save = Hepsini bitti olarak kaydet
today-pool =
    { $count ->
        [one] Alınabilecek bir iş
       *[other] Alınabilecek { $count } iş
    }
today-take = Ben alıyorum
today-take-online = Bir iş yalnızca ağ varken alınabilir: yoksa iki ekip birden giderdi.
today-taken = Arkadaşların aldığı
report-link = Bildir
report-title = Başka bir şey de bozuk
report-category = Nedir?
report-choose = Seçin …
report-description = Sorun ne?
report-address = Nerede?
report-place-known = Telefonun konumu birlikte gider; sözcükler başkalarının bulmasına yardım eder.
report-place-unknown = Telefon nerede olduğunu bilmiyor: sokak ve numara yazın.
report-photo = Fotoğrafını çek
report-photo-taken = Fotoğraf çekildi; yerine başkasını çek
report-save = Bildirimi kaydet
number-unexpected = Beklenen: { $expected }. Kaydedildi; mümkünse yeniden ölçün.
barcode-scan = Etiketi kamerayla oku
barcode-unread = Resimde kod okunamadı. Elle yazın.
answer-signed = imzalandı
answer-unexpected = beklenen değil
signature-sign = İmzala
signature-again = Yeniden imzala
signature-hint = Buraya parmağınızla imzalayın
signature-clear = Baştan başla
could-not-title = Neden getirilemedi?
could-not-1 = Çok karanlık
could-not-2 = Kamera çalışmıyor
could-not-3 = Ulaşılamıyor
could-not-4 = Karede insanlar var
could-not-is = Getirilemedi, { $what }: { $reason }
exemptions = Getirilemeyenler
material-cost = Tutar
material-cost-hint = Kataloğa göre { $cost }
time-from-timer = Sayaca göre: { $time }
order-team = Bu işte olanlar
timer-runs = Çalışma süresi
timer-paused = Molada
timer-ended = Çalışıldı
operation-could-not = Eksik olanın nedenini söyledi
category-office-hours = Süre yalnızca mesai saatlerinde işler
category-office-hours-hint = Geceler, hafta sonları ve tatiller süreden sayılmaz. Var olan işlerin süreleri değişmez.
category-workers-take = Çalışanlar kendileri alır
category-workers-take-hint = Ekibin işi, biri alana kadar havuzunda durur.
form-title = Form
form-hint = Çalışanların her yeni işte yanıtladıkları. Var olan işler kendi formlarını korur.
form-photos = Getirilmesi gereken fotoğraflar
form-photo-before = İşten önce
form-photo-after = İşten sonra
form-add = Satır ekle
form-save = Formu kaydet
form-up = Yukarı taşı
form-down = Aşağı taşı
form-kind = Nasıl yanıtlanır
form-tick = İşaretlenir
form-yes-no = Evet ya da hayır
form-choice = Seçim
form-number = Sayı
form-text = Metin
form-date = Gün
form-signature = İmza
form-barcode = Barkod veya QR kodu
form-unit = Birim
form-lowest = En az
form-highest = En çok
form-answers = Yanıtlar, her satırda bir
form-other-languages = Öteki dillerde
shift-title = Vardiya sonu
shift-hint = Telefonu bırakmadan önce: merkez her şeyin elinde olup olmadığını söyler.
shift-ask = Merkeze sor
shift-did = Bugün: { $finished } bitirildi, { $operations } kayıt, { $photos } fotoğraf.
shift-all = Merkezde her şey var, { $clock } saatinde onayladı
shift-all-way-out = Telefonu bırakabilirsiniz.
shift-missing = Henüz merkezde değil: { $operations } kayıt, { $photos } fotoğraf
shift-missing-way-out = Ağ olan bir yere gidin ve uygulamayı açık tutun; kendiliğinden gider. Bu arada hiçbir şey kaybolmaz.
shift-missing-held = Fotoğraflarınız, seçtiğiniz gibi bekliyor: yukarıdan gönderin ya da Wi-Fi olan bir yere gidin. Bu arada hiçbir şey kaybolmaz.
shift-unconfirmed = Merkez henüz yanıt vermedi
shift-to-read =
    { $count ->
        [one] Merkezin bir yanıtı aşağıda okunmalı.
       *[other] Merkezin { $count } yanıtı aşağıda okunmalı.
    }
log-title = Destek için kayıt
log-hint = Telefon ile merkez arasında geçenler, kod ve sayı olarak. Kimsenin adı geçmez.
log-open = Kaydı göster
log-save = Dosya olarak kaydet
form-yes = Evet
form-no = Hayır

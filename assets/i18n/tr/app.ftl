## Saha uygulaması.

# Starting
app-elsewhere-title = Kuitti başka bir sekmede veya pencerede açık
app-elsewhere-way-out = Oradan devam edin ya da onu kapatın: burası kendiliğinden sürer.
app-stopped-title = Uygulama durdu
app-stopped-way-out = Kaydedildi olarak işaretlenen her şey bu telefonda güvende. Uygulamayı yeniden başlatın.
app-stopped-why = Destek için: { $why }
app-full-title = Telefonun belleği dolu
app-full-way-out = Kuitti işiniz için yer bulamadı. Telefondan bir şeyler silin, sonra uygulamayı yeniden başlatın. Kaydedildi olarak işaretlenen her şey yerinde duruyor.
app-start-again = Yeniden başlat
app-update-title = Yeni sürüm hazır
app-update-way-out = Hiçbir şey kaybolmaz: uygulama bir saniyede yeniden başlar.
app-update-now = Yeni sürüme geç

# Enrolment
enrol-title = Bu telefonu bağlayın
enrol-hint = Merkezden bağlantı kodu isteyin. Ağ bir kez gerekir; sonrasında uygulama ağsız da çalışır.
enrol-scan = Telefonun kamerasını QR koda tutup bağlantıyı açın ya da kodu buraya yazın.
enrol-code = Bağlantı kodu
enrol-server = Merkezin adresi
enrol-connect = Bağla
enrol-install-title = iPhone’da: önce yükleyin
enrol-install = Bağlamadan önce bu sayfayı ana ekrana ekleyin ve oradan açın. Yüklenen uygulamanın verileri ayrıdır.

# Places in the app
tab-today = Bugün
tab-map = Harita
tab-receipts = Alındılar
tab-settings = Ayarlar
tabs = Ana menü

# What the office has
strip-on-phone = { $count } kayıt bu telefonda, henüz gönderilmedi
strip-sending = { $count } kayıt gönderiliyor …
strip-held-for-wifi = { $count } fotoğraf Wi-Fi bekliyor
strip-held-for-word = { $count } fotoğraf sizin göndermenizi bekliyor
strip-asking = Merkeze soruluyor …
strip-all-sent = Her şey merkeze ulaştı
strip-never = Merkezden henüz bir şey alınmadı
strip-offline = ağ yok
strip-offline-as-of = ağ yok, saat { $clock } itibarıyla
strip-no-answer = yanıt yok
strip-no-answer-as-of = yanıt yok, saat { $clock } itibarıyla
strip-as-of = saat { $clock } itibarıyla

# Today
today-title = Bugün
today-summary =
    { $open ->
        [0] Yapılacak iş kalmadı
       *[other] Yapılacak { $open } iş var
    }
today-finished = Yapılanlar
today-no-longer-yours = Artık sizde değil
today-unheard-title = İşleriniz yolda
today-unheard-way-out = Merkez bir kez yanıt verince burada görünür.
today-empty-title = Size verilmiş iş yok
today-empty-way-out = Yeni işler burada kendiliğinden görünür.
today-ask-again = Şimdi yeniden sor
row-due = son tarih { $moment }
row-overdue = gecikti, son tarih { $moment }
row-appointment = randevu { $span }
row-appointment-over = randevu saati geçti, { $span }
row-urgent = acil
row-on-phone = bu telefonda
row-attention = yanıtı okuyun

gone-reassigned = başka birine verildi
gone-done-by-other = başka biri yaptı
gone-cancelled = merkez iptal etti
gone-aged = bir süre önce bitti
gone-merged = aynı sorunla ilgili başka iş emriyle birleştirildi
gone-other = artık listenizde değil

# An order
order-number-is = İş emri { $number }
order-not-here-title = Bu iş emri bu telefonda değil
order-not-here-way-out = Başka birine verilmiş olabilir. Yaptıklarınız Alındılar bölümünde.
order-steps = İlerleme
order-due = Son tarih { $moment }
order-appointment = Randevu { $span }
order-priority-urgent = acil
order-no-longer-yours = Bu iş emri artık listenizde değil: { $reason }. Yaptıklarınız kayıtlı kalır.
order-way = Oraya giden yol
order-direction = { $direction }, kuş uçuşu
order-position-accuracy = konum ±{ $accuracy }, { $ago }
order-no-position = Bu telefon nerede olduğunu bilmiyor.
order-position-denied = Uygulamanın konum izni yok. Tarayıcı ayarlarında bu sayfaya izin verin.
order-no-place = Merkezde bu iş emri için haritada bir nokta yok.
order-navigate = Telefonun navigasyonunda aç
order-description = Bilinenler
order-contact = Ara: { $name }
order-contact-nameless = Ara: { $phone }
order-checklist = Kontrol listesi, { $done } / { $count }
order-required = zorunlu
order-evidence = Fotoğraf, not, malzeme, süre
order-nothing-yet = Henüz yok.
order-missing-photo-before = İş öncesi fotoğraf hâlâ eksik.
order-missing-photo-after = İş sonrası fotoğraf hâlâ eksik.
order-missing-items = Kontrol listesinde { $count } satır hâlâ eksik.
order-other-steps = Diğer adımlar
order-undo-finish = Bitti. Geri almak için kalan süre: { $left }.
order-undo = Geri al: { $what }
undo-together = { $count } işin hepsini geri al
order-reported-done-title = { $name } işin bittiğini bildirdi (saat { $clock })
order-reported-done = Onaylayın ya da çalışmaya devam edin: sizin işiniz her durumda kayıtlı kalır.
order-colleague = Bir iş arkadaşı
order-conflict = İki yanıt farklı. İkisi de saklanıyor, merkez karar verir.
order-conflict-line = “{ $item }”: geçerli yanıt { $stands }; { $other } da saklanıyor. Merkez karar verir.

# Moves
move-accept = İşi al
move-decline = Alamıyorum
move-hand-back = Geri ver
move-en-route = Yola çıktım
move-start = Başla
move-pause = Ara ver
move-resume = Devam et
move-finish = Bitir
move-confirm = Bittiğini onayla

# Why
reason-decline-title = İşi neden alamıyorsunuz?
reason-hand-back-title = İşi neden geri veriyorsunuz?
reason-pause-title = Neden ara veriyorsunuz?
reason-decline-1 = Araç yok
reason-decline-2 = Uzmanlık uymuyor
reason-decline-3 = Bugün vakit yok
reason-hand-back-1 = Vardiya bitti
reason-hand-back-2 = Başka ekip gerekiyor
reason-hand-back-3 = Ekipman eksik
reason-pause-1 = Mola
reason-pause-2 = Malzeme bekleniyor
reason-pause-3 = Hava koşulları
reason-label = Neden

# Adding
add-photo = Fotoğraf
add-note = Not
add-time = Süre
add-material = Malzeme
photo-title = Fotoğraf neyi gösteriyor?
photo-before = Yerin işten önceki hâli
photo-after = Yerin işten sonraki hâli
photo-other = Başka bir şey
photo-gallery = Galeriden seç: { $role }
photo-saving = { $count } fotoğraf kaydediliyor …
photo-at-office = merkezde
photo-unopened = Bu resim burada açılamadı. Olduğu gibi saklanır ve merkeze gönderilir; çekildiği yer bilgisi içinde olabilir. Vatandaşlar onu görmez.
photo-file = Burada açılamadı, { $size }
photo-caption = { $role }, { $clock }
note-title = Not
note-label = Merkez neyi bilmeli?
time-title = Harcanan süre
time-kind = Tür
time-minutes = Dakika
time-is = { $kind }: { $minutes } dk
material-title = Kullanılan malzeme
material-article = Malzeme
material-quantity = Miktar ({ $unit })
material-is = { $quantity } { $unit } { $article }
material-none = Merkez henüz malzeme listesi göndermedi. Bunun yerine not yazın.
number-wrong = Bir sayı yazın, örneğin 1,5
saved-on-phone = Bu telefona kaydedildi

# Finishing
finish-title = Nasıl sonuçlandı?
finish-done = Yapıldı
finish-done-hint = Sorun giderildi
finish-follow-up = Yapıldı, ek iş gerekiyor
finish-follow-up-hint = Merkez devam iş emri açar
finish-not-done = Yapılmadı
finish-not-done-hint = Bulunamadı, ulaşılamadı, tehlikeli …
finish-what-is-left = Yapılacak ne kaldı?
finish-why-not = Neden yapılmadı?
finish-duplicate = başka bir iş emriyle aynı
finish-duplicate-number = Diğer iş emrinin numarası
finish-extent = Ne kadarı?
finish-extent-whole = Tamamı
finish-extent-part = Benim bölümüm; diğerleri sürdürüyor
finish-evidence-good = Merkezin istediği her şey tamam.
finish-save-done = Yapıldı olarak kaydet
finish-save-follow-up = Kaydet, ek iş gerekiyor
finish-save-not-done = Yapılmadı olarak kaydet
finish-save-anyway = Eksik kaydet
finish-undo-hint = Bunu geri almak için süreniz: { $window }.
finish-required = Önce burayı doldurun.

# Receipts
receipts-title = Alındılar
receipts-empty-title = Henüz alındı yok
receipts-empty-way-out = Yaptığınız her şeyin bir alındısı olur: merkeze neyin ulaştığını burada görürsünüz.
tally-on-phone = bu telefonda
tally-arrived = ulaştı
tally-applied = işlendi
tally-attention = okunacak
receipt-state-on-phone = Bu telefona kaydedildi
receipt-state-arrived = Merkeze ulaştı
receipt-state-applied = İşlendi
receipt-photo-waiting = { $size }, henüz bu telefonda
receipt-photo-sending = { $sent } / { $size } gönderildi
receipts-reports = Bildirdiğiniz yeni sorunlar
receipts-send-now = Şimdi gönder
receipts-held-for-wifi = Fotoğraflarınız Wi-Fi bekliyor. Yaptıklarınız hemen gider.
receipts-held-for-word = Bu telefon Wi-Fi’de olup olmadığını söylemiyor: fotoğraflarınız siz gönderene kadar bekler. Yaptıklarınız hemen gider.
receipts-send-held-for-wifi = Mobil veriyle gönder
receipts-send-held-for-word = Fotoğrafları şimdi gönder

operation-accept = Kabul edildi
operation-decline = Kabul edilmedi
operation-hand-back = Geri verildi
operation-en-route = Yola çıkıldı
operation-start = Başlandı
operation-pause = Ara verildi
operation-resume = Devam edildi
operation-check = Kontrol listesi yanıtlandı
operation-measure = Ölçüldü
operation-note = Not
operation-photo = Fotoğraf bildirildi
operation-material = Malzeme
operation-time = Süre
operation-suggest = Öneri
operation-finish = Bitirildi
operation-confirm = Onaylandı
operation-undo = Geri alındı
operation-report = Yeni sorun bildirildi
operation-hide = Fotoğraf veya not geri alındı
operation-unknown = Daha yeni bir sürümle yapıldı
photo-role-before-bytes = Fotoğraf, önce
photo-role-after-bytes = Fotoğraf, sonra
photo-role-other-bytes = Fotoğraf

# Settings
settings-title = Ayarlar
settings-phone = Bu telefon
settings-theme = Görünüm
theme-system = Telefondaki gibi
theme-light = Açık
theme-dark = Koyu
settings-large-over = Fotoğraflar ve harita
large-over-any = her ağdan
large-over-wifi = yalnızca Wi-Fi
large-over-hint = Telefon hangi ağda olduğunu söylemezse fotoğraflar siz gönderene kadar bekler, yeni harita da indirilmez.
settings-storage = Depolama
settings-storage-kept = Veriler, biri silene kadar burada kalır
settings-storage-at-risk = Yer azalınca tarayıcı verileri silebilir
settings-storage-use = { $used } / { $granted }
settings-storage-safe = güvende
settings-storage-not-safe = risk altında
settings-storage-way-out = Uygulamayı ana ekrana yükleyin: o zaman tarayıcı verilerini saklar. Tarayıcı verilerini temizlemeden önce işinizi gönderin.
settings-offline = Ağ olmadan açılır
settings-offline-yes = evet
settings-offline-no = hayır: sayfanın güvenilir sertifikası yok
settings-last-sync = Merkezden son haber
settings-never = hiç
settings-town = Merkez
settings-call-office = Merkezi ara
settings-make-room = Merkezdeki kopyaları telefondan sil
settings-sync-now = Merkeze şimdi sor
settings-version = Sürüm { $version }
clock-ahead-title = Telefonun saati { $off } ileri
clock-behind-title = Telefonun saati { $off } geri
clock-off = İşiniz yine de doğru saatle kaydedilir.

standing-drain-only = Bu telefon elindekileri teslim ediyor; artık yeni iş gelmez.
standing-revoked = Merkez bu telefonu artık kabul etmiyor. İşiniz burada saklanıyor; merkeze sorun.

# What is wrong, and what happens next
not-saved = Kaydedilmedi
phone-problem-not-enrolled = Bu telefon henüz bir merkeze bağlı değil.
phone-problem-server-address = Bu bir merkez adresi değil. Adres şuna benzer: https://kuitti.town.example
phone-problem-enrolment-unknown = Merkez bu kodu tanımıyor. Harf harf kontrol edin.
phone-problem-enrolment-used = Bu kod kullanılmış. Merkezden yenisini isteyin.
phone-problem-enrolment-expired = Bu kodun süresi dolmuş. Merkezden yenisini isteyin.
phone-problem-other-workers-work = Bu telefonda henüz gönderilmemiş iş var. Sahibi: { $worker }. Önce onun gitmesi için ağa bağlanın.
phone-problem-unreachable = Merkez yanıt vermiyor. Kendiliğinden yeniden denenecek.
phone-problem-server-busy = Merkez yoğun. Kendiliğinden yeniden denenecek.
phone-problem-server-failed = Merkezde bir arıza oldu. Kendiliğinden yeniden denenecek.
phone-problem-revoked = Merkez bu telefonu artık kabul etmiyor. Çalışmayı sürdürebilirsiniz; merkezden yeniden bağlamasını isteyin.
phone-problem-upgrade-needed = Bu uygulama yeni iş emirlerini okuyamayacak kadar eski. Ağ varken yeniden başlatın. İşiniz yine de teslim edilir.
phone-problem-photo-empty = Bu dosya boş ya da okunamıyor. Fotoğrafı yeniden çekin.
phone-problem-photo-file-too-large = Bu dosya gönderilemeyecek kadar büyük. Fotoğrafı daha küçük boyutta çekin.
phone-problem-photo-not-drawn = Bu resim burada açılamadığı için çizdikleriniz üzerine işlenemiyor. Saklanmadı ve gönderilmedi. Yeniden çekin ya da çizmeden yeniden seçin.
phone-problem-order-unknown = Bu iş emri bu telefonda değil.
phone-problem-photo-not-here = Bu fotoğraf artık bu telefonda değil. Merkezde var.
phone-problem-text-too-long = Metin çok uzun. İki ayrı not yazın.
phone-problem-not-possible = Bu yapılamadı. Yeniden deneyin; düzelmezse uygulamayı yeniden başlatın.
phone-problem-storage-full = Telefonun belleği dolu: bu kaydedilmedi. Telefondan bir şey silin ya da işinizi gönderip Ayarlar’dan kopyaları silin.
phone-problem-storage-failed = Telefonun belleğinde arıza oldu: bu kaydedilmedi. Uygulamayı yeniden başlatın.

# The street map
map-title = Harita
map-none = Bu telefonda henüz sokak haritası yok. Ağ olduğunda kendiliğinden gelir.
map-coming = Sokak haritası iniyor: { $arrived } / { $size }
map-you = Buradasınız

# The way as one arrow
compass = Pusula
compass-turns = Ok telefonla birlikte döner.
compass-from-north = Bu telefon yön bildirmiyor: ok haritadaki gibi gösterir, kuzey yukarıdadır.
compass-ask = Telefonun pusulasını kullan
compass-north = K

# Where the worker is
place-title = Neredeyim
place-phone = Konum bu telefondan geliyor.
place-hint = Telefon konum alamıyorsa haritaya iğne koyun. Kayıtlı güzergâh eğitim içindir. İkisi de uygulama kapanana kadar geçerlidir; hiçbiri merkeze konumunuz olarak gönderilmez.
place-use-phone = Telefonun konumunu kullan
place-pin-map = Haritaya iğne koy
place-pin-press = Haritada bulunduğunuz yere basın.
place-pin-order = Bir işin yerindeyim
place-choose = Yeri seçin
place-here = Buradayım
place-track = Kayıtlı güzergâhı oynat (GPX)
place-mark-pin = Konum iğneyle verildi, telefondan değil
place-mark-track = Konum kayıtlı güzergâhtan, telefondan değil
phone-problem-no-track = Bu dosya kayıtlı bir güzergâh değil ya da bozuk. Bir GPX dosyası seçin.
phone-problem-track-without-time = Bu güzergâhta saatler yok. Saatleriyle kaydedip yeniden seçin.

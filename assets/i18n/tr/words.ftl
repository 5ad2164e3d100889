## Birden çok ekranın kullandığı sözcükler: durumlar, sonuçlar, komutlar.

kuitti = Kuitti
order = İş emri
request = Bildirim
crew = Ekip
worker = Görevli
category = Konu
priority = Öncelik
place = Yer
due = Son tarih
photos = Fotoğraflar
notes = Notlar
checklist = Kontrol listesi
visits = Ziyaretler
notices = Mesajlar

orders-count = { $count } iş emri
requests-count = { $count } bildirim
photos-count = { $count } fotoğraf

order-status-new = Yeni
order-status-assigned = Atandı
order-status-in-work = Çalışılıyor
order-status-finished = Bitti
order-status-finished-unconfirmed = Onay bekliyor
order-status-closed = Kapatıldı
order-status-declined = Geri çevrildi
order-status-cancelled = İptal edildi
order-status-reopened = Yeniden açıldı

request-stage-received = Alındı
request-stage-planned = Planlandı
request-stage-in-work = Çalışılıyor
request-stage-done = Yapıldı
request-stage-not-done = Yapılmadı
request-stage-needs-visit = Ziyaret gerekiyor
request-stage-reopened = Yeniden açıldı

save = Kaydet
cancel = Vazgeç
close = Kapat
back = Geri
undo = Geri al
retry = Yeniden dene
search = Ara
optional = isteğe bağlı
loading = Yükleniyor …
open = Aç
add = Ekle
remove = Kaldır
log-out = Oturumu kapat
language = Dil
skip-to-content = İçeriğe geç

as-of = saat { $clock } itibarıyla
photo-of = Fotoğraf { $number } / { $count }
photo-closer = Yakından bak
photo-whole = Fotoğrafın tamamı
photo-previous = Önceki fotoğraf
photo-next = Sonraki fotoğraf

map = Harita
map-zoom-in = Yakınlaştır
map-zoom-out = Uzaklaştır
map-fit = Tümünü göster
map-select-area = Alan seç
map-help = Ok tuşları haritayı kaydırır, artı ve eksi ölçeği değiştirir, Sekme tuşu noktalara götürür. Aynı noktalar listede de vardır.
map-cluster = birbirine yakın { $count } nokta
map-no-points = Haritada gösterilecek bir şey yok

role-worker = saha görevlisi
role-crew-lead = ekip lideri
role-intake = çağrı merkezi
role-dispatcher = iş dağıtım sorumlusu
role-supervisor = amir
role-administrator = yönetici
role-auditor = denetçi

priority-low = düşük
priority-normal = normal
priority-urgent = acil

visit-state-accepted = Kabul edildi
visit-state-en-route = Yolda
visit-state-on-site = İş başında
visit-state-paused = Ara verildi
visit-state-finished = Bitti
visit-state-declined = Kabul edilmedi
visit-state-handed-back = Geri verildi

outcome-done = Yapıldı
outcome-done-needs-follow-up = Yapıldı, ek iş gerekiyor
outcome-not-done = Yapılmadı
not-done-not-found = bir şey bulunamadı
not-done-no-access = yere ulaşılamadı
not-done-unsafe = tehlikeli
not-done-not-ours = bize ait değil
not-done-needs-equipment = ekipman eksik
not-done-duplicate-of = { $number } ile aynı

notice-stage-received = Alındı
notice-stage-done = Yapıldı
notice-stage-not-done = Yapılmadı
notice-stage-needs-visit = Ziyaret gerekiyor
notice-stage-corrected = Düzeltme
channel-sms = SMS
channel-email = E-posta
channel-call = Telefon araması
channel-webhook = Uygulama
intake-web = web formu
intake-phone = telefon
intake-import = içe aktarma
intake-field = saha görevlisi
photo-role-before = Önce
photo-role-after = Sonra
photo-role-other = Fotoğraf
time-kind-work = Çalışma
time-kind-travel = Yol
time-kind-waiting = Bekleme

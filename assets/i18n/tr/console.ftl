## Merkezin ekranları: çerçeve, bildirimler, iş emirleri.

nav = Ana menü
nav-requests = Bildirimler
nav-orders = İş emirleri
nav-attention = Karar bekleyen
nav-call = Yeni çağrı
nav-notices = Mesajlar
nav-people = Ekipler
nav-import = İçe aktarma
nav-categories = Konular
no-screen = Bu adreste bir ekran yok
live-connecting = bağlanıyor …
live-up = canlı
live-lost = canlı değil: sunucuya ulaşılmaya çalışılıyor
shortcuts = Klavye
commands = Komutlar
nobody = kimse
by-itself = kendiliğinden
times =
    { $count ->
        [1] bir kez
       *[other] { $count } kez
    }

log-in = Oturum aç
log-in-title = Merkezde oturum açın
log-in-again = Devam etmek için yeniden oturum açın
log-in-name = Ad
log-in-password = Parola

key-help = Bu tuşları göster
key-next = Sonraki
key-previous = Önceki
key-next-column = Sonraki sütun
key-previous-column = Önceki sütun
key-select = Seç
key-select-all = Tümünü seç
key-clear = Seçimi temizle
key-open = Aç
key-search = Ara
key-make-orders = İş emri oluştur
key-assign = Ata

problem-unreachable = Sunucuya ulaşılamıyor. Gördüğünüz bilgiler yazan saate ait; yazdığınız hiçbir şey kaybolmadı.
problem-logged-out = Oturumunuz artık açık değil. Devam etmek için yeniden oturum açın.
problem-unreadable = Sunucunun yanıtı okunamıyor. Sayfayı yeniden yükleyin; olmazsa yöneticinize bildirin.
problem-wrong-login = Ad ya da parola doğru değil. Yeniden deneyin ya da yöneticinizden yeni parola isteyin.
problem-forbidden = Rolünüz buna izin vermiyor.
problem-not-allowed = Rolünüz buna izin vermiyor.
problem-too-many-requests = Çok fazla deneme yapıldı. Biraz bekleyip yeniden deneyin.
problem-changed-meanwhile = İş emri bu arada değişti. Son durumuna bakıp yeniden karar verin.
problem-order-is-over = İş emri kapatılmış ya da iptal edilmiş: önce yeniden açın.
problem-nothing-to-reopen = Yalnızca biten, kapatılan ya da iptal edilen bir iş emri yeniden açılabilir.
problem-order-merged = İş emri bir başkasıyla birleştirildi: kararı onun için verin.
problem-merge-into-itself = Bir iş emri kendisiyle birleştirilemez: başka birini seçin.
problem-awaits-confirmation = Birisi bunu bitti olarak bildirdi: önce onun için karar verin.
problem-not-part-of-order = Buna bu arada karar verildi ya da başka bir iş emrine ait.
problem-order-unknown = Böyle bir iş emri yok.
problem-request-unknown = Böyle bir bildirim yok.
problem-worker-unknown = Böyle bir görevli yok.
problem-device-unknown = Böyle bir cihaz yok.
problem-assignee-unknown = Bu ekip ya da görevli artık listede değil.
problem-already-planned = Bildirimlerden birinin zaten iş emri var: onu seçimden çıkarın.
problem-nothing-selected = Hiçbir şey seçilmedi.
problem-too-many-selected = Çok fazla seçim var: daha az seçin.
problem-title-length = Başlık çok uzun: en çok 120 karakter olabilir.
problem-disk-full = Sunucunun diski dolu. Sizde hiçbir şey kaybolmadı; merkeze bildirin.
problem-not-stored = Kaydedilemedi ve hiçbir şey değişmedi. Yeniden deneyin.
problem-fields-invalid = Bir şey eksik ya da hatalı: alanlara bakın.

filter-stage = Göster
filter-text = Metin, adres ya da numara
filter-all-categories = Tüm konular
filter-everybody = Tüm ekipler ve görevliler
stages-waiting = Yapılacak
stages-under-way = Sürüyor
stages-over = Sonuçlandı
stages-all = Tümü
rows-of = { $shown } / { $total }
rows-more = Daha fazla göster
selected = { $count } seçildi

requests-none = Uyan bildirim yok
requests-none-way = Başka aşamalar seçin ya da aramayı temizleyin. Yeni bildirimler burada kendiliğinden görünür.
map-requests = Haritadaki bildirimler
request-report = Ne bildirildi
request-came = Geliş: { $channel }, { $moment }
request-open = Bildirimi aç
photo-of-citizen = Vatandaşın fotoğrafı
photo-file-unopened = Resim olarak açılamadı
photo-fetch = Dosyayı indir
near-and-alike = Yakında, benzer
caller = Bildiren
told-by = Haber yolu
told-nothing = haber verilmiyor
external-number = Diğer sistemdeki numara

make-orders = İş emri oluştur
order-title = Ne yapılacak
order-title-hint = Boş bırakılırsa konunun adı yazılır.
grouping = Kaç iş emri
grouping-one-for-all = { $count } bildirim için tek iş emri
grouping-one-for-all-hint = Aynı şeyi bildiriyorlar. Her vatandaşa bir kez haber verilir.
grouping-one-each = Her biri için ayrı iş emri
grouping-one-each-hint = { $count } iş emri.
assign-to = Kime
assign-by-rule = konunun kuralına göre
assign-by-rule-hint = Konuda öyle belirtilmişse kural, işi o bölgede vardiyada olan uzman ekibe verir.
order-made-for = Oluşturuldu ve atandı: { $assignee }. { $reason }
order-made-for-nobody = Oluşturuldu, henüz kimseye atanmadı. { $reason }

routing-on-shift-in = { $crew }, { $zone } bölgesinde vardiyada ve bu işin uzmanı; uygun ekip sayısı { $candidates }, açık işi en az olan bu ekip ({ $load }).
routing-on-shift = { $crew }, tüm kentte vardiyada ve bu işin uzmanı; uygun ekip sayısı { $candidates }, açık işi en az olan bu ekip ({ $load }).
routing-by-hand = Elle atandı.
routing-outside-zones = Yer hiçbir bölgede değil ve tüm kente bakan bir ekip yok.
routing-nobody = Şu anda vardiyada bu işin uzmanı yok.
routing-nobody-in = Şu anda { $zone } bölgesinde vardiyada bu işin uzmanı yok.

orders-current = Güncel
column-nobody = Kimsede değil
order-review = karar bekliyor
due-at = son tarih { $moment }
overdue-since = gecikti, son tarih { $moment }
photos-on-phone = { $count } fotoğraf hâlâ telefonda
crews = Ekipler
workers = Görevliler
on-shift-until = vardiya bitişi { $clock }
off-shift = vardiyada değil
assign = Ata
assign-count =
    { $count ->
        [1] İş emrini ata
       *[other] { $count } iş emrini ata
    }
assign-hint = Başlanmış iş kayıtlı kalır.
orders-assigned =
    { $count ->
        [1] Atandı: { $assignee }.
       *[other] { $count } iş emri atandı: { $assignee }.
    }
orders-refused = { $changed } atandı, { $refused } atanmadı: { $reasons }

assigned-to = Atanan
proof = Kanıt
proof-photo-before = iş öncesi fotoğraf
proof-photo-after = iş sonrası fotoğraf
order-edit = Değiştir
appointment = Randevu
appointment-hint = Orada birinin bulunacağı saatler. Sahada son tarihin yerine geçer ve yol buna göre planlanır. Gün yazılmazsa randevu yoktur. Başlangıçtan erken bir bitiş ertesi gündedir.
appointment-day = Gün
appointment-from = Başlangıç
appointment-until = Bitiş
appointment-impossible = Randevu için birbirinden farklı bir başlangıç ve bitiş gerekir.
order-close = Kapat
order-reopen = Yeniden aç
order-cancel = İş emrini iptal et
order-cancel-body = İş emri, bulunduğu telefonlarda iptal edilmiş görünür. Bu arada yapılan iş kayıtlı kalır ve size haber verilir.
order-merge = Şununla aynı sorun …
order-merge-body = İkisinden birini bildiren herkese, kalan iş emri için bir kez haber verilir. Fotoğraflar, notlar ve yanıtlar oraya taşınır; bu iş emri telefonlardan kalkar, geç gelenler diğerine gider.
order-merge-number = Kalacak iş emrinin numarası
order-merge-near = Yakındaki aynı konulu açık iş emirleri
order-merge-none = Yakında bu konuda açık iş emri yok. Diğerinin numarasını yazın.
order-merge-unknown = Bu numarada açık bir iş emri yok.
order-merge-do = Birleştir
order-merged-into = Bu iş emri artık başka birinin parçası
order-merged-into-body = Aynı sorunla ilgiliydi. Gelen ve gelecek her şey şu iş emrinde: { $number }.
checklist-count = Kontrol listesi, { $done } / { $count }
time-and-material = Süre ve malzeme
suggestion = Öneri: { $value }

visits-none = Henüz kimse gitmedi
visit-state = Durum
visit-since = Başlangıç
visit-not-heard = İş emri onda; henüz haber yok
device-heard = Telefon
extent-part = bir bölümü
standing-unconfirmed = onay bekliyor
standing-recorded = yalnızca kayıtta
pending-reports = { $reports } kayıt
pending-photos = { $photos } fotoğraf
pending-both = { $reports } kayıt ve { $photos } fotoğraf
device-pending = { $pending } hâlâ telefonda, saat { $clock } itibarıyla
device-sent-all = hepsi gönderildi, saat { $clock } itibarıyla
device-never = henüz haber yok

review-completion = { $worker } bitti olarak bildiriyor: { $moment }
review-completion-body = Sonuç: { $outcome }. Başka biri hâlâ işin başında ya da iş şimdi onda. Vatandaşa ancak siz ya da onlar onaylayınca haber verilir.
review-confirm = Bitti
review-reject = Bitmedi
review-settle = Görüldü
review-stands = geçerli
review-keep = Bu kalsın
review-take = Bunu al
review-by = { $worker }, { $moment }
review-checklist = “{ $item }” için iki yanıt var
review-outcome = İki bildirim birbirini tutmuyor
review-undo = Çok geç geri alındı

story = Neler oldu
story-on-phone = Hâlâ telefonda: { $worker }
arrived-at-once = hemen ulaştı
arrived-late = telefondaydı, ulaşma { $moment }
clock-quality = Bu saate ne kadar güvenilir
clock-exact = kesin saat
clock-wall = telefonun saati
clock-estimated = tahmini
audit-order-made = İş emri oluşturuldu
audit-order-assigned = Atandı
audit-order-closed = Kapatıldı
audit-order-cancelled = İptal edildi
audit-order-reopened = Yeniden açıldı
audit-order-edited = Değiştirildi
audit-order-confirmed = Bittiği onaylandı
audit-order-rejected = Bittiği kabul edilmedi
audit-order-merged = Başka bir iş emriyle birleştirildi
audit-order-absorbed = Başka bir iş emri buna katıldı
audit-order-taken = Diğer yanıt alındı
audit-order-settled = Çelişki çözüldü

attention-none = Sizi bekleyen bir şey yok
attention-none-way = Kuralların tek başına karar veremediği şeyler burada görünür: aynı şeye iki yanıt, gelmeyen fotoğraflar, yeri bulunamayan işler.
attention-conflicts = Aynı şeye iki yanıt
attention-tasks = Bakılacaklar
attention-operations = Bekleyen işler
attention-operations-about = Bir telefondan geldi ve gönderildiği gibi saklanıyor. Hiçbir şeyi kaybolmadı.
attention-as-sent = Gönderildiği gibi
outcome-held = bekletiliyor
outcome-quarantined = ayrı tutuluyor
task-completion-unconfirmed = Bitti bildirimi bir saattir bir iş arkadaşının onayını bekliyor.
task-photo-missing = Bildirilen bir fotoğraf bir gündür gelmedi.

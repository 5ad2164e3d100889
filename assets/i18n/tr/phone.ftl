## The phone itself: a rescue file, room, drawing on photos, updates, when the office is away.

rescue-title = Kurtarma dosyası
rescue-hint = Günlerdir ağ yok mu, telefon bozulmak üzere mi? Gönderilmemiş her şeyi bir dosyaya kaydedip merkeze götürün. Dosyayı yalnızca merkez açabilir.
rescue-write = Kurtarma dosyasını kaydet
rescue-written-title = Dosya indirilenlerinizde
rescue-written =
    { $operations ->
        [one] Bir kayıt
       *[other] { $operations } kayıt
    }, { $photos ->
        [one] bir fotoğraf
       *[other] { $photos } fotoğraf
    }. Merkeze götürün. Çalışmaya devam edin: iki kez ulaşan bir kez sayılır.
rescue-left =
    { $count ->
        [one] Bir fotoğraf içinde değil: yer kalmadı ya da dosyası bozuk. Bu telefonda duruyor.
       *[other] { $count } fotoğraf içinde değil: yer kalmadı ya da dosyaları bozuk. Bu telefonda duruyorlar.
    }
phone-problem-nothing-to-rescue = Her şey gönderildi: kaydedilecek bir şey yok.
phone-problem-no-rescue-code = Merkez bu telefona bir dosyanın nasıl kapatılacağını henüz bildirmedi. Bir kez ağa bağlanın; kendiliğinden gelir.

room-unsent = Henüz gönderilmemiş fotoğraflar
room-sent = Gönderilmiş fotoğrafların kopyaları
room-map = Sokak haritası
room-forget-title = Kopyalar silinsin mi?
room-forget-hint = Bu fotoğraflar merkezde var. Silinince bu telefonda artık görünmezler. Gönderilmemiş olanlar kalır.
room-forget = Kopyaları sil
room-photos = { $count } · { $size }
room-limit =
    { $days ->
        [one] Merkez kopyaların bir gün kalmasına
       *[other] Merkez kopyaların { $days } gün kalmasına
    } ve bütün fotoğrafların toplam { $size } yer tutmasına izin veriyor. Gönderilmemiş olan her zaman kalır.

app-update-unsent =
    { $count ->
        [one] Bir şey henüz gönderilmedi. Her durumda saklanır; yeni sürüm, o merkeze ulaşana kadar bekleyebilir.
       *[other] { $count } şey henüz gönderilmedi. Her durumda saklanırlar; yeni sürüm, onlar merkeze ulaşana kadar bekleyebilir.
    }
app-update-anyway = Yine de şimdi kullan
away-title = Merkez { $span } süredir yanıt vermiyor
away-way-out = Çalışmaya devam edin: her şey bu telefonda saklanıyor. Böyle sürerse Alındılar’da bir kurtarma dosyası kaydedip merkeze götürün.
install-title = Uygulamayı yükleyin
install-why = Yüklenince ana ekrandan ağ olmadan açılır ve tarayıcı verilerini saklar.
install-now = Yükle
install-later = Şimdi değil
install-by-menu = Tarayıcının menüsünü açıp “Uygulamayı yükle” ya da “Ana ekrana ekle”yi seçin.

mark-first = Önce üzerine çiz ya da yüzleri karart
mark-title = Çiz ya da karart
mark-hint = Parmağınızı resmin üzerinde sürükleyin. Siyah olan, fotoğraf gönderilmeden önce silinir; özgün dosya telefondan hiç çıkmaz.
mark-tool = Araç
mark-black = Karart
mark-line = Çiz
mark-box = Ortaya siyah kutu
mark-undo = Geri al
mark-keys = Ok tuşları son siyah kutuyu taşır, Shift ile boyutunu değiştirir.
mark-picture = Üzerine çizilecek fotoğraf
mark-save = Fotoğrafı kaydet
mark-not-shown = Bu tarayıcı resmi gösteremiyor, bu yüzden üzerine çizilemez. Olduğu gibi kaydedin ya da JPEG olarak çekin.

enrol-anew = Yeni bir kodla bağla
enrol-connected = Bu telefon { $worker } için çalışıyor. Aynı kişi için yeni bir kodla yeniden bağlanır. Başka birinin koduyla ikisi de kendi işleriyle bu telefonu kullanır. Gönderilmemiş hiçbir şey kaybolmaz.
workers-title = Bu telefonu kullananlar
workers-hint = Bu telefonu birkaç kişi paylaşabilir. Herkesin işleri ve kayıtları ayrıdır; ekranda kim olursa olsun hepsi gönderilir.
workers-mark = Şu anda çalışan: { $worker }
workers-shown = Şu an ekranda
workers-all-sent = Her şey merkezde
workers-unsent = { $count } kayıt yalnızca bu telefonda
workers-revoked = merkez bu telefonu bu kişi için artık kabul etmiyor
workers-shut = Bu telefonu paylaşan birinin işi açılamıyor. Silinmedi: telefon temizlenmeden önce merkeze sorun.
workers-show = Geç
workers-switch = { $worker } adlı kişiye geç
workers-add = Birini bağla ya da yeniden bağlan
workers-remove = { $worker } bu telefondan çıksın
workers-remove-title = { $worker } bu telefondan çıkarılsın mı?
workers-remove-sure = Bu kişinin bütün işi merkezde. İşleri ve fotoğraf kopyaları bu telefondan silinir; yeni bir kod işleri geri getirir.
workers-remove-now = Çıkar
note-speak = Konuş
note-listening = Dinleniyor … bitirmek için bas
take-back-note = Bu notu geri al
take-back-note-title = Bu not geri alınsın mı?
take-back-photo = Bu fotoğrafı geri al
take-back-photo-title = Bu fotoğraf geri alınsın mı?
take-back-sure = Burada ve merkezde işten kaldırılır. Var olduğu kayıtta kalır.
take-back-now = Geri al

## Vatandaşa giden mesajlar. Mümkünse tek SMS uzunluğunda; değişkenlere ek gelmez.
## $link kaydı açar, $place adres ya da koordinattır. Kimsenin adı geçmez.

notice-sms-received = { $town }: teşekkürler, bildiriminiz alındı ({ $category }, { $place }). Takip kodu { $code }: { $link }
notice-sms-done = { $town }: { $category }, { $place }: yapıldı ({ $when }). { $link }
notice-sms-not-done = { $town }: { $category }, { $place }: yapılmadı, { $reason }. { $link }
notice-sms-needs-visit = { $town }: { $category }, { $place }: güvenli hale getirildi, bitirmek için yeniden gelinecek. { $link }
notice-sms-corrected = { $town }: düzeltme. { $category }, { $place }: { $now ->
        [done] iş yapılmış durumda.
        [not_done] iş yapılmadı.
       *[open] iş henüz yapılmadı, kayıt yeniden açık.
    } { $link }

notice-subject-received = Bildiriminiz alındı: { $number }
notice-subject-done = Yapıldı: { $category }, { $place } ({ $number })
notice-subject-not-done = Yapılmadı: { $category }, { $place } ({ $number })
notice-subject-needs-visit = Güvenli hâle getirildi: { $category }, { $place } ({ $number })
notice-subject-corrected = Düzeltme: { $category }, { $place } ({ $number })

notice-mail-received = Teşekkürler, bildiriminiz alındı. İş bittiğinde size bir mesaj göndereceğiz.
notice-mail-done = Bildirdiğiniz iş yapıldı ({ $when }).
notice-mail-not-done = Bildirdiğiniz sorun incelendi ama iş yapılmadı: { $reason }.
notice-mail-needs-visit = Bildirdiğiniz yer güvenli hâle getirildi. İşi bitirmek için yeniden gelinecek; o zaman haber vereceğiz.
notice-mail-corrected = Bu kayıtla ilgili verdiğimiz bilgiyi düzeltmemiz gerekiyor. { $now ->
        [done] İş yapılmış durumda.
        [not_done] İş yapılmadı.
       *[open] İş henüz yapılmadı. Kayıt yeniden açık; iş bittiğinde haber vereceğiz.
    }
notice-mail-hello = Merhaba,
notice-mail-what = Konu
notice-mail-where = Yer
notice-mail-number = Numara
notice-mail-code = Takip kodu
notice-mail-follow = Kaydı takip edin
notice-mail-keep = Bu mesajı saklayın: kaydınıza yalnızca bu kodla ulaşılır.
notice-mail-closing = { $town }, yol bakım birimi
notice-mail-why = Haber verilmesini istediğiniz için bu mesajı alıyorsunuz. Bu mesaja verilen yanıtlar okunmaz.

notice-when = { $date }, { $clock }
notice-reason-other = nedenini ofisten öğrenebilirsiniz

inbox-title = Demo gelen kutusu
inbox-about = Bu sayfa yalnızca demoda vardır: vatandaşların kendi telefonlarında göreceklerini gösterir. Beş saniyede bir yeni mesajlara bakar.
inbox-empty = Henüz mesaj yok
inbox-empty-more = Telefon numarası ya da e-posta adresi vererek bir şey bildirin; ilk mesaj hemen gelir.
inbox-sms = SMS
inbox-email = E-posta
inbox-size = { $characters } karakter, { $parts } SMS

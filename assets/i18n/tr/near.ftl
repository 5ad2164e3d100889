## Herkesin görebileceği açık sorunlar: bildirim gönderilmeden önce ve ayrı bir sayfa olarak.

citizen-report-address-public = Bu adresi herkes görebilir.
citizen-near-title = Bunlardan biri mi?
citizen-near-lead = Yakındaki bu sorunlar zaten biliniyor. Sizinkini seçip izleyin: size özel bir kod verilir ve ilk bildiren gibi haberdar edilirsiniz.
citizen-near-same = Bu: ben de izliyorum
citizen-near-none = Hiçbiri değil: bildirimimi gönder
citizen-problem-since = { $date } tarihinden beri
citizen-following = Aynı sorunu başkaları da bildirdi: birlikte haberdar edilirsiniz.

citizen-problems-link = Bilinen sorunlar
citizen-problems-title = Bilinen sorunlar
citizen-problems-lead = Bildirilen ve henüz giderilmeyen sorunlar. Kimin ne yazdığı gösterilmez.
citizen-problems-none = Açık sorun yok
citizen-problems-map = Bu sayfadaki sorunların haritası
citizen-problems-older = Daha eski sorunlar
citizen-problems-first = En yeni sorunlara
citizen-problems-followers =
    { $count ->
        [one] { $count } kişi daha izliyor
       *[other] { $count } kişi daha izliyor
    }
request-followers =
    { $count ->
        [one] { $count } kişi daha bildirdi
       *[other] { $count } kişi daha bildirdi
    }

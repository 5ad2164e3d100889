## Başvuru sayfasında sonuçtan önce ve sonra söylenenler: puan, yeniden açma, ileti seçimi; ve bunlardan doğan iletiler.

citizen-case-came-back = Sorunun giderilmediğini bildirdiniz. Ofis yeniden inceleyip ne yapılacağına karar verecek.

citizen-rate-question = İş ne kadar iyi yapıldı?
citizen-rate-5 = 5 – çok iyi
citizen-rate-4 = 4 – iyi
citizen-rate-3 = 3 – orta
citizen-rate-2 = 2 – kötü
citizen-rate-1 = 1 – çok kötü
citizen-rate-words = Bir cümleyle: neden?
citizen-rate-send = Gönder
citizen-rate-thanks = Teşekkürler: 5 üzerinden { $number } verdiniz.

citizen-reopen-title = Sorun giderilmedi mi?
citizen-reopen-lead = { $date } tarihine kadar sorunun sürdüğünü bildirebilirsiniz. Ofis yeniden inceler. Bunu bir kez yapabilirsiniz.
citizen-reopen-reason = Hâlâ yanlış olan ne?
citizen-reopen-photo = Fotoğrafı
citizen-reopen-send = Yeniden açın
problem-reason-missing = Hâlâ neyin yanlış olduğunu yazıp yeniden gönderin. Hiçbir şey gönderilmedi.

citizen-wishes-title = Size ne bildireceğimizi seçin
citizen-wishes-how = Nasıl
citizen-wishes-what = Başvurunun ulaşması ve sonucu dışında şu durumlarda da haber verin
citizen-wish-scheduled = bir ekibin listesine alındığında
citizen-wish-on-the-way = ekip yola çıktığında
citizen-wish-reopened = itirazım ulaştığında
citizen-wishes-fallback = Bir mesaj bana ulaşmazsa
citizen-fallback-first = Önce deneyin
citizen-fallback-then = Sonra deneyin
citizen-fallback-usual = belediyenin her zamanki yolları
citizen-fallback-none = başka bir şey denemeyin
citizen-wishes-send = Kaydet

notice-stage-scheduled = Planlandı
notice-stage-on-the-way = Yolda
notice-stage-reopened = Yeniden açıldı
notice-stage-confirm = Onay kodu

notice-sms-scheduled = { $town }: { $category }, { $place }: bir ekibin listesinde. { $link }
notice-sms-on-the-way = { $town }: { $category }, { $place }: ekip yolda. { $link }
notice-sms-reopened = { $town }: { $category }, { $place }: giderilmediğini öğrendik, yeniden inceliyoruz. { $link }
notice-subject-scheduled = Planlandı: { $category }, { $place } ({ $number })
notice-subject-on-the-way = Ekip yolda: { $category }, { $place } ({ $number })
notice-subject-reopened = Yeniden açıldı: { $category }, { $place } ({ $number })
notice-mail-scheduled = Bildirdiğiniz iş bir ekibin listesine alındı.
notice-mail-on-the-way = Ekip bildirdiğiniz yere doğru yola çıktı.
notice-mail-reopened = Sorunun giderilmediğini öğrendik. Yeniden inceliyoruz ve sonucunu size bildireceğiz.

request-reopened-title = Vatandaş sorunun giderilmediğini söylüyor
request-take-up = İş emrini yeniden aç
request-uphold = İş yapıldı: yeniden kapat
request-taken-up = İş emri yeniden açık
request-upheld = Başvuru yeniden kapatıldı, vatandaşa bildiriliyor
request-rating = Puan
request-rating-of = { $number } / 5

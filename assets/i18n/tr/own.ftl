## Vatandaşa ait olanlar: kodla doğrulanan numara ya da adres, kişisel veriler ve bunların silinmesi.

citizen-confirm-title = { $to } sizin mi?
citizen-confirm-lead = Oraya altı haneli bir kod gönderdik. On dakika içinde buraya yazın: önce başka hiçbir şey gönderilmez.
citizen-confirm-code = Altı haneli kod
citizen-confirm-send = Onayla
citizen-confirm-again = Yeni kod gönder
citizen-confirm-wrong = Kod bu değil. İletiyle karşılaştırın ya da yenisini isteyin.
citizen-confirm-often = Bir saat içinde oraya çok fazla kod gönderildi. Daha sonra yeniden deneyin; başvuruyu burada her zaman izleyebilirsiniz.
notice-sms-confirm = { $town }: kodunuz { $confirm }. 10 dakika içinde bildiriminizin sayfasına yazın. Bildirim yapmadınız mı? Bu iletiyi dikkate almayın.
notice-subject-confirm = Kodunuz: { $confirm }
notice-mail-confirm = Kodunuz { $confirm }. 10 dakika içinde bildiriminizin sayfasına yazın. Bildirim yapmadınız mı? Bu iletiyi dikkate almayın.

citizen-own-title = Verileriniz
citizen-own-lead = Bu başvurunun sizinle ilgili tuttuğu her şey.
citizen-own-link = Verilerinizi görün, indirin ya da silin
citizen-own-download = Dosya olarak indir (JSON)
citizen-own-name = Ad
citizen-own-phone = Telefon
citizen-own-email = E-posta
citizen-own-words = Yazdıklarınız
citizen-own-nothing = yok
citizen-own-messages = Size gönderilen iletiler
citizen-own-photos = Fotoğraflar
citizen-own-forget = İletişim bilgilerimi ve fotoğraflarımı sil
citizen-own-forget-lead = Adınız, numaranız, adresiniz ve fotoğraflarınız çalışanların cihazları dahil kalıcı olarak silinir. Artık ileti almazsınız. Başvuru kalır ve kodunuz onu açmaya devam eder.
citizen-own-forgotten = İletişim bilgileriniz ve fotoğraflarınız silindi.

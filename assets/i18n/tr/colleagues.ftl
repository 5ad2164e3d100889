## Messages to people of the town.

staff-subject = Kuitti, { $town }: { $number } hakkında
staff-urgent = Acil: { $number } { $title }, { $place }. Ayrıntılar için Kuitti'yi açın.
staff-warning = Süresi dolmak üzere: { $number } { $title }, { $place }, son zaman { $when }.
staff-breach = Süresi geçti: { $number } { $title }, { $place }, son zaman { $when } idi.
staff-new = Yeni iş emri: { $number } { $title }, { $place }.
staff-finished = Tamamlandı: { $number } { $title }, { $place }.
staff-not-done = Yapılmadı: { $number } { $title }, { $place }.
staff-review = Karar bekliyor: { $number } { $title }, { $place }.
staff-declined = Geri verildi: { $number } { $title }, { $place }. Şu anda kimsede değil.
staff-reopened = Yeniden açıldı: { $number } { $title }, { $place }.
staff-cancelled = İptal edildi: { $number } { $title }, { $place }.

reach = Size nereden ulaşılır
reach-about = Numaranızı ve adresinizi Kuitti'den başkası görmez; izledikleriniz ve süreler size oradan bildirilir.
reach-phone = Telefon numarası
reach-email = E-posta adresi
reach-first = Önce
watches = İzledikleriniz
watches-none = Henüz bir şey izlemiyorsunuz. Bir iş emrini açıp İzle'yi seçin ya da buradan kategori veya bölge ekleyin.
watch = İzle
watching = İzleniyor
watch-end = Bitir
watch-more = Kategori veya bölge
reach-of-worker = { $worker } için bildirimler
reach-of-worker-about = Telefonun zamanında almadığı acil iş buraya bildirilir.
reach-edit = Telefon ve e-posta
problem-nothing-to-watch = İzlemek istediğiniz şey bulunamadı.
problem-watches-too-much = Zaten çok şey izliyorsunuz: önce birini bitirin.
reach-saved = Kaydedildi.

answers = Vatandaşın yanıtı
answer-unread = okunmadı
answer-read = Okudum

## Merkezin bir işleme verdiği yanıt: `receipt-` ve kod. Önce durum, sonra ne olacağı.

receipt-applied = İşlendi
receipt-recorded = Kayıtlara geçti. İş emrini değiştirmez.
receipt-another-at-work = Bir iş arkadaşınız hâlâ orada çalışıyor. Onayı o ya da merkez verir.
receipt-done-by-other = İş, henüz başlamamış birine verilmişti. Sizin işiniz geçerli.
receipt-reassigned-at-work = İş, çalışmaya başlamış birine verilmişti. Merkez karar verir; işiniz kayıtlı.
receipt-reassigned = İş başka birine verilmişti. Bildiriminiz kayıtlı, o kişi de görüyor.
receipt-already-finished = İş zaten bitmişti. Sizin ziyaretiniz de kayıtlı.
receipt-contradicts = İş, farklı bir sonuçla bitirilmişti. Merkez karar verir.
receipt-order-cancelled = İş emri iptal edilmişti. Merkez, işin yapıldığını görüyor.
receipt-order-closed = İş emri kapatılmıştı. Ziyaretiniz kayıtlı.
receipt-reopened-since = İş emri bu arada yeniden açıldı. Ziyaretiniz önceki tura ait.
receipt-checklist-clash = Aynı satırı başka biri de yanıtladı. İki yanıt da saklanıyor, merkez karar verir.
receipt-undo-too-late = Geri almak için artık geç. Merkeze sorun.
receipt-undo-after-notice = Vatandaşa haber verilmişti. Merkez karar verir.
receipt-not-found = İlgili kayıt henüz merkezde değil. Bu işlem saklanıyor.
receipt-not-yours = Bunu yalnızca yapan kişi değiştirebilir.
receipt-unknown-order = Merkez bu iş emrini henüz tanımıyor. İşiniz orada bekliyor.
receipt-unknown-kind = Bu uygulama merkezdekinden yeni. İşiniz, merkez güncellenene kadar bekliyor.
receipt-malformed = Merkez bunu okuyamadı. Orada bir görevli bakacak.
receipt-server-failed = Merkezde bununla ilgili bir arıza oldu. Orada bir görevli bakacak; sizin bir şey yapmanız gerekmiyor.
receipt-after-held = Aynı iş emrindeki önceki işlemleri bekliyor.
receipt-revoked = Bu telefon merkezde kilitli. İşinize orada bir görevli bakacak.
receipt-photo-damaged = Fotoğrafın bu telefondaki dosyası bozuk. Mümkünse yeniden çekin.
receipt-photo-refused = Merkez bu fotoğrafı almadı. Yeniden eşitleyin; olmazsa merkeze bildirin.
receipt-unknown = Merkeze ulaştı: { $code }

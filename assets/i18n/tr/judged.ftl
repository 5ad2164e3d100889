## Ofis: vatandaşların görüşü, izleyenler ve bir iletinin sözleri.

nav-satisfaction = Memnuniyet
satisfaction-lead = Vatandaşların son on iki ayın sonuçları hakkında söyledikleri. Beşten azı gösterilmez: tek bir ses ortalama değildir.
satisfaction-category = Tür
satisfaction-zone = Bölge
satisfaction-month = Ay
satisfaction-no-zone = Hiçbir bölgede değil
satisfaction-average = Puan (5 üzerinden)
satisfaction-ratings = Puan sayısı
satisfaction-reopened = Yeniden açılan, %
satisfaction-ends = Sonuçlanan
satisfaction-too-few = çok az
notice-edit = Sözleri değiştir
notice-words = İletide yazan
notice-usual-words = Olağan sözleri kullan
notice-cancelled-overtaken = Gönderilmedi: durum ilerledi
notice-cancelled-expired = Gönderilmedi: kodun süresi geçti
request-follows = Aynı sorun
request-follows-first = ilk bildirim
request-followed = İzleyen

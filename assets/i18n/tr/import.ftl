## İçe aktarma raporu: bir satır ve hiç alınamayan bir dosya için söylenenler.

import-verdict-taken = alındı
import-verdict-taken-with-warning = uyarıyla alındı
import-verdict-refused = alınmadı
import-verdict-known = zaten burada

import-finding-column-count = Satırdaki sütun sayısı ilk satırdan farklı: satır alınmadı
import-finding-no-number = Satırın kendi numarası yok: satır alınmadı
import-finding-no-category = Satırda konu yok: satır alınmadı
import-finding-no-place = Satırda adres de koordinat da yok: satır alınmadı
import-finding-created-unreadable = Oluşturma zamanı okunamıyor: satır alınmadı
import-finding-created-in-future = Oluşturma zamanı gelecekte: satır alınmadı
import-finding-no-coordinates = Koordinat yok: biri yerini belirleyene kadar haritada görünmez
import-finding-coordinates-unreadable = Koordinatlar yeryüzünde bir yer değil: yalnızca adres saklandı
import-finding-closed-before-created = Oluşturulmadan önce kapatılmış: kapatma zamanı alınmadı
import-finding-closed-unreadable = Kapatma zamanı okunamıyor: alınmadı
import-finding-clock-change = Zaman, saatlerin değiştiği saate denk geliyor: bir saat sapabilir
import-finding-status-unknown = Durum bilinmiyor: açık olarak alındı
import-finding-shares-place = Başka bir satırda aynı adres ve konu var: belki aynı kayıt
import-finding-category-made = Bu konu yoktu: yalnızca merkez için oluşturuldu
import-finding-shortened = Çok uzun bir metin kısaltıldı
import-finding-reported-by-crew = Bir ekip bildirdi
import-finding-cancelled-there = Diğer sistemde iptal edilmiş: yapılmadı olarak alındı
import-finding-referred-there = Diğer sistemde başka birine aktarılmış: yapılmadı olarak alındı

import-problem-empty = Dosya boş. Hiçbir şey değişmedi.
import-problem-no-rows = Dosyada ilk satır var, altında bir şey yok. Hiçbir şey değişmedi.
import-problem-utf-16 = Dosya UTF-16 biçiminde. Hiçbir şey değişmedi: UTF-8 CSV olarak kaydedip yeniden gönderin.
import-problem-not-utf-8 = UTF-8 olmayan satır: { $line }; dosya Latin-1 ya da Windows-1252 olabilir. Hiçbir şey değişmedi: UTF-8 CSV olarak kaydedip yeniden gönderin.
import-problem-delimiter = Sütunları ayıran işaret { $sign ->
        [semicolon] noktalı virgül
        [tab] sekme
       *[other] dikey çizgi
    }, oysa ön ayar virgül bekliyor. Hiçbir şey değişmedi.
import-problem-missing-columns = Eksik sütunlar: { $columns }. Hiçbir şey değişmedi: ön ayarın dosyaya uyduğunu kontrol edin.
import-problem-truncated = Dosya şu satırda kesiliyor: { $line }. Hiçbir şey değişmedi: yeniden dışa aktarıp boyutunu kontrol edin.
import-problem-too-large = Dosya { $megabytes } MB sınırını aşıyor. Hiçbir şey değişmedi: parçalar hâlinde gönderin.
import-problem-unreadable = Dosya okunamıyor. Hiçbir şey değişmedi.
import-problem-preset = { $name } adında bir ön ayar yok. Ön ayarlar: { $known }.

import-report-line = satır
import-report-external = oradaki numara
import-report-verdict = sonuç
import-report-codes = kodlar
import-report-reasons = nedenler
import-report-number = buradaki numara

import-summary = { $rows } satır: { $taken } alındı, { $warned } uyarıyla alındı, { $refused } alınmadı, { $known } zaten burada

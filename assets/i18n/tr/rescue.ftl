## Rescue files at the office: what a phone could not send.

rescue-take-in = Kurtarma dosyası al
rescue-take-in-title = Kurtarma dosyası al
rescue-how = Ağı olmayan telefon, gönderilmemiş işini bir dosyaya kaydeder (Alındılar, Kurtarma dosyası). Burada, telefon göndermiş gibi içeri alınır. Aynı dosya bir daha hiçbir şeyi değiştirmez.
rescue-choose = Dosyayı seçin
rescue-choose-hint = Adı .kuitti ile biter
rescue-reading = Dosya okunuyor …
rescue-typed = Kurtarma kodu
rescue-typed-hint = Yalnızca bu sunucu dosyayı kendisi açamazsa, örneğin başka bir makineye taşındıktan sonra.
rescue-done = { $worker }, { $device } cihazından; yazıldığı an: { $moment }
rescue-operations = { $new } kayıt yeni, { $known } zaten buradaydı
rescue-photos = { $new } fotoğraf yeni, { $known } zaten buradaydı
rescue-to-review =
    { $count ->
        [one] Biri, “Karar bekleyen” altında.
       *[other] { $count } tanesi, “Karar bekleyen” altında.
    }
rescue-left-on-phone =
    { $count ->
        [one] Bir fotoğraf dosyaya sığmadı. Hâlâ telefonda.
       *[other] { $count } fotoğraf dosyaya sığmadı. Hâlâ telefondalar.
    }
rescue-code = Kurtarma kodu
rescue-code-title = { $device } cihazının kurtarma kodu
rescue-code-how = Bu sunucu telefonun kurtarma dosyalarını kendisi açar. Sunucu kaybolabilirse kodu not edin: onunla, age dosyalarını okuyan her program açar.
problem-rescue-other = Bu bir kurtarma dosyası değil. Adı .kuitti ile biter.
problem-rescue-newer = Bu dosyayı daha yeni bir uygulama yazmış. Sunucuyu güncelleyin, sonra alın.
problem-rescue-code = Kod bu dosyayı açmıyor. Bu telefon için not edilen kodu yazın.
problem-rescue-code-typed = Kurtarma kodu 20 harf ve rakamdan oluşur.
problem-rescue-damaged = Dosya bozuk ve ondan hiçbir şey alınmadı. Telefondan bir daha kopyalayın; telefonda her şey duruyor.
problem-rescue-foreign = Bu dosyayı yazan telefon burada kayıtlı değil. Başka bir şehrin olabilir; ya da bu sunucu eski bir yedekten geri geldi: telefonu yeniden kaydedin, kendisi gönderir.
problem-rescue-too-large = Dosya, bir telefonun yazdığından daha büyük.

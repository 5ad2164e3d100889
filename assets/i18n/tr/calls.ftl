# Citizens whom somebody of the contact centre calls.
nav-calls = Aranacaklar
calls-none = Şu anda aranacak kimse yok
calls-none-way = Aranmak isteyenler ve hiçbir mesajın ulaşmadığı kişiler, söylenecek bir şey olduğunda burada görünür.
calls-take = Ben arıyorum
calls-attempts =
    { $count } kez denendi
calls-taken = Bu aramayı { $name } üstlendi, { $clock } saatine kadar
calls-say = Şunu söyleyin
calls-result = Sonuç ne oldu?
call-result-told = Söylendi
call-result-no-answer = Yanıt yok
call-result-wrong-number = Yanlış numara
call-result-no-more-calls = Artık aranmak istemiyor
call-result-not-called = Aramadım

# Citizens whom somebody of the contact centre calls.
nav-calls = Soitettavat
calls-none = Nyt ei tarvitse soittaa kenellekään
calls-none-way = Tässä ovat ne, jotka pyysivät soittoa tai joita mikään viesti ei tavoittanut, kun on jotain kerrottavaa.
calls-take = Minä soitan
calls-attempts =
    { $count ->
        [one] yritetty kerran
       *[other] yritetty { $count } kertaa
    }
calls-taken = { $name } hoitaa tämän puhelun, { $clock } asti
calls-say = Kerro näin
calls-result = Miten kävi?
call-result-told = Kerrottu
call-result-no-answer = Ei vastausta
call-result-wrong-number = Väärä numero
call-result-no-more-calls = Ei enää soittoja
call-result-not-called = En soittanut

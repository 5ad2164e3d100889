# Citizens whom somebody of the contact centre calls.
nav-calls = Telefonate
calls-none = Ora non c’è nessuno da chiamare
calls-none-way = Chi ha chiesto una telefonata, e chi nessun messaggio ha raggiunto, compare qui quando c’è qualcosa da dire.
calls-take = Chiamo io
calls-attempts =
    { $count ->
        [one] un tentativo
       *[other] { $count } tentativi
    }
calls-taken = { $name } se ne occupa fino alle { $clock }
calls-say = Dica così
calls-result = Com’è andata?
call-result-told = Informato
call-result-no-answer = Nessuna risposta
call-result-wrong-number = Numero sbagliato
call-result-no-more-calls = Non vuole altre telefonate
call-result-not-called = Non ho chiamato

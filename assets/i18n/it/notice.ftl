## Messaggi ai cittadini. Se possibile lunghi un solo SMS, con lettere che ogni telefono conosce (mai la È maiuscola).
## $link apre la pratica, $place è un indirizzo o coordinate. Nessun nome di persona.

notice-sms-received = { $town }: grazie, abbiamo ricevuto la segnalazione ({ $category }, { $place }). Codice per seguirla { $code }: { $link }
notice-sms-done = { $town }: { $category }, { $place }: lavoro fatto ({ $when }). { $link }
notice-sms-not-done = { $town }: { $category }, { $place }: lavoro non fatto, { $reason }. { $link }
notice-sms-needs-visit = { $town }: { $category }, { $place }: messo in sicurezza, torneremo per completare il lavoro. { $link }
notice-sms-corrected = { $town }: rettifica. { $category }, { $place }: { $now ->
        [done] il lavoro risulta fatto.
        [not_done] il lavoro non è stato fatto.
       *[open] lavoro non ancora fatto, la pratica è di nuovo aperta.
    } { $link }

notice-subject-received = La Sua segnalazione { $number } è arrivata
notice-subject-done = Fatto: { $category }, { $place } ({ $number })
notice-subject-not-done = Non fatto: { $category }, { $place } ({ $number })
notice-subject-needs-visit = Messo in sicurezza: { $category }, { $place } ({ $number })
notice-subject-corrected = Rettifica: { $category }, { $place } ({ $number })

notice-mail-received = Grazie, abbiamo ricevuto la Sua segnalazione. Le inviamo un messaggio quando il lavoro è finito.
notice-mail-done = Il lavoro che ha segnalato è stato fatto ({ $when }).
notice-mail-not-done = Abbiamo verificato la Sua segnalazione, ma il lavoro non è stato fatto: { $reason }.
notice-mail-needs-visit = Il luogo segnalato è stato messo in sicurezza. Torneremo per completare il lavoro e La avviseremo allora.
notice-mail-corrected = Dobbiamo rettificare quanto Le abbiamo comunicato su questa pratica. { $now ->
        [done] Il lavoro risulta fatto.
        [not_done] Il lavoro non è stato fatto.
       *[open] Il lavoro non è ancora fatto. La pratica è di nuovo aperta e La avviseremo quando sarà finito.
    }
notice-mail-hello = Buongiorno,
notice-mail-what = Che cosa
notice-mail-where = Dove
notice-mail-number = Numero
notice-mail-code = Codice di tracciamento
notice-mail-follow = Segui la pratica
notice-mail-keep = Conservi questo messaggio: il codice è l’unica chiave della Sua pratica.
notice-mail-closing = { $town }, manutenzione stradale
notice-mail-why = Riceve questo messaggio perché ha chiesto di essere avvisato. Le risposte a questo messaggio non vengono lette.

notice-when = { $date }, ore { $clock }
notice-reason-other = motivo da chiedere in ufficio

inbox-title = Posta in arrivo della demo
inbox-about = Questa pagina esiste solo nella demo: mostra ciò che i cittadini riceverebbero sui propri telefoni. Cerca nuovi messaggi ogni cinque secondi.
inbox-empty = Ancora nessun messaggio
inbox-empty-more = Segnali qualcosa lasciando un numero di telefono o un indirizzo e-mail: il primo messaggio arriva subito.
inbox-sms = SMS
inbox-email = E-mail
inbox-size = { $characters ->
        [one] { $characters } carattere
       *[other] { $characters } caratteri
    }, { $parts } SMS

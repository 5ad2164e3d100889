## Le pagine dei cittadini: inizio, segnalazione, ricevuta, stato. Parole semplici, nessun nome del personale.

citizen-report-link = Segnala
citizen-follow-link = Segui
citizen-navigation = Menu principale
citizen-footer-office = { $town }, manutenzione stradale
citizen-footer-phone = Ufficio: { $phone }
citizen-footer-emergency = Pericolo di vita? Chiamare il 112.

citizen-start-title = Segnalare un problema
citizen-start-heading = C’è qualcosa di rotto in strada?
citizen-start-lead = Bastano due minuti, senza registrazione. Riceve una ricevuta e può seguire gli sviluppi.
citizen-start-report = Segnala
citizen-start-have-code = Ha già una ricevuta?
citizen-start-then = Che cosa succede dopo
citizen-start-then-1 = Riceve una ricevuta
citizen-start-then-1-more = Un codice che ha solo Lei.
citizen-start-then-2 = Una squadra va sul posto
citizen-start-then-2-more = Può vedere quando l’intervento è pianificato e in corso.
citizen-start-then-3 = La avvisiamo una volta
citizen-start-then-3-more = Quando il lavoro è davvero finito, con una foto se c’è.

citizen-report-title = Segnalare un guasto
citizen-report-lead = Tutto ciò che non è «facoltativo» è necessario. Non scriva nomi di altre persone.
citizen-report-what = Di che cosa si tratta?
citizen-report-description = Che cosa non va?
citizen-report-where = Dove?
citizen-report-address = Indirizzo o luogo
citizen-report-address-hint = Via e numero, oppure un luogo come «Esplanadi, lato ovest»
citizen-report-detail = Come trovarlo
citizen-report-detail-hint = Per esempio «terzo lampione dall’angolo»
citizen-report-locate = Usa la mia posizione
citizen-report-located = La Sua posizione è stata aggiunta, con una precisione di circa { $metres } m.
citizen-report-not-located = Posizione non trovata. Scriva l’indirizzo.
citizen-report-coordinates = Coordinate al posto dell’indirizzo
citizen-report-latitude = Latitudine
citizen-report-longitude = Longitudine
citizen-report-photos = Foto
citizen-report-photos-most = facoltativo, al massimo { $count }
citizen-report-photos-hint = Togliamo dal file luogo e ora prima che qualcuno lo veda.
citizen-report-photos-again = Scelga di nuovo le foto: il browser non le conserva.
citizen-report-tell = Come possiamo avvisarla?
citizen-report-tell-hint = Riceve un messaggio quando la segnalazione è arrivata e uno quando il lavoro è finito. Lasci vuoto per seguire solo con il codice.
citizen-report-phone = Cellulare
citizen-report-phone-tell = Avvisatemi con un SMS
citizen-report-email = E-mail
citizen-report-email-tell = Avvisatemi per e-mail
citizen-report-message-language = Lingua dei messaggi
citizen-report-send = Invia la segnalazione
citizen-report-trap = Lasciare vuoto
citizen-report-mistakes =
    { $count ->
        [one] Un campo manca o non è corretto
       *[other] { $count } campi mancano o non sono corretti
    }

problem-category-missing = Scelga di che cosa si tratta
problem-category-unknown = Questa categoria non è più nell’elenco: ne scelga un’altra
problem-description-missing = Scriva che cosa non va
problem-place-missing = Scriva dove si trova
problem-coordinates-unreadable = Queste coordinate non indicano un luogo sulla Terra: le scriva come 60.1699 e 24.9384
problem-too-long = Il testo è troppo lungo: lo accorci
problem-phone-unreadable = Questo non è un numero di telefono: lo scriva come 040 123 4567 o +358 40 123 4567
problem-phone-missing = Scriva il numero a cui inviare i messaggi
problem-email-unreadable = Questo non è un indirizzo e-mail: lo scriva come nome@example.com
problem-email-missing = Scriva l’indirizzo a cui inviare i messaggi
problem-photo-unreadable = Uno dei file non è una foto oppure è danneggiato: scelga immagini JPEG
problem-photo-kind = Le foto di questo tipo non si possono leggere qui: scelga immagini JPEG
problem-photo-too-large = Una delle foto è troppo grande: al massimo 12 MB ciascuna
problem-photos-too-many = Troppe foto: ne scelga al massimo { $count }
citizen-form-unreadable = Il modulo non è leggibile. Non è stato inviato nulla: torni indietro e riprovi.
citizen-form-too-large = Le foto insieme sono troppo grandi. Non è stato inviato nulla: torni indietro e ne scelga di meno o più piccole.
citizen-too-often-title = Troppo dalla Sua connessione
citizen-too-often = Dalla Sua connessione è arrivato troppo. Attenda { $minutes ->
        [one] un minuto
       *[other] { $minutes } minuti
    } e riprovi. Se è urgente, ci chiami.

citizen-receipt-title = La Sua ricevuta
citizen-receipt-heading = Grazie. Ecco la Sua ricevuta.
citizen-receipt-code = Codice di tracciamento
citizen-receipt-keep = Lo conservi: è l’unica chiave della Sua pratica.
citizen-receipt-what = Che cosa
citizen-receipt-where = Dove
citizen-receipt-when = Quando
citizen-receipt-number = Numero
citizen-receipt-photos = Foto
citizen-receipt-also-sms = La inviamo anche con un SMS al numero { $to }.
citizen-receipt-also-email = La inviamo anche per e-mail a { $to }.
citizen-receipt-follow = Segui la pratica
citizen-receipt-another = Segnala altro
citizen-receipt-gone-heading = Questa ricevuta è già stata mostrata
citizen-receipt-gone = Per la Sua sicurezza resta visibile solo pochi minuti. La segnalazione è arrivata. Se ha lasciato un numero o un indirizzo, il codice è nel messaggio ricevuto.

citizen-track-title = Seguire una pratica
citizen-track-code = Codice di tracciamento
citizen-track-code-hint = Si trova sulla ricevuta, per esempio 7KQ2‑M4XD‑9TRV‑W
citizen-track-follow = Segui
citizen-track-mistyped = Il codice contiene un errore: un carattere non corrisponde. Lo confronti con la ricevuta.
citizen-track-length = Un codice di tracciamento ha 13 lettere e cifre. Lo confronti con la ricevuta.
citizen-track-unknown = Nessuna pratica ha questo codice. Lo confronti con la ricevuta, lettera per lettera.

citizen-case-title = La Sua pratica
citizen-case-heading = { $category }, { $place }
citizen-case-stages = Fasi
citizen-case-where-unnamed = Luogo indicato sulla mappa
citizen-stage-received = Abbiamo ricevuto la Sua segnalazione.
citizen-stage-planned = Una squadra l’ha nel suo programma.
citizen-stage-in-work = Una squadra è al lavoro.
citizen-stage-done = Il lavoro è fatto.
citizen-stage-not-done = Abbiamo verificato, ma il lavoro non è stato fatto: { $reason }.
citizen-stage-not-done-plain = Abbiamo verificato, ma il lavoro non è stato fatto.
citizen-stage-needs-visit = Il luogo è stato messo in sicurezza. Torneremo per completare il lavoro.
citizen-stage-reopened = Il problema si è ripresentato e lo abbiamo ripreso in carico.
citizen-stage-corrected = La nostra comunicazione precedente non era esatta: il lavoro non è ancora fatto.
citizen-reason-not-found = sul posto non è stato trovato nulla del genere
citizen-reason-no-access = il luogo non era raggiungibile
citizen-reason-unsafe = sarebbe stato pericoloso
citizen-reason-not-ours = non è di competenza del Comune
citizen-reason-needs-equipment = servono altre attrezzature o materiali
citizen-reason-duplicate-of = fa parte di un altro intervento
citizen-case-photo-before = Prima
citizen-case-photo-after = Dopo
citizen-case-own-photos = Le Sue foto
citizen-case-settled-elsewhere = Questa pratica era già chiusa prima di arrivare qui.
citizen-case-messages = Messaggi su questa pratica
citizen-case-messages-on = La avvisiamo qui: { $to }.
citizen-case-messages-stop = Interrompi i messaggi
citizen-case-messages-off = Non riceve messaggi su questa pratica. Può comunque seguirla qui.

citizen-gone-title = Pagina non trovata
citizen-gone = Questa pagina non esiste. Torni all’inizio, oppure segua una pratica con il suo codice.
citizen-trouble-title = Qui qualcosa è andato storto
citizen-trouble = L’errore è nostro, non Suo. Non è stato inviato nulla: riprovi tra un minuto.

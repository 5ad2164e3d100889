## La console dell’ufficio: chiamate, importazione, messaggi, squadre, categorie.

call-phone = Numero di telefono
call-category = Di che cosa si tratta?
call-category-placeholder = Bastano poche lettere
call-place = Dove?
call-place-hint = Via e numero, oppure un punto sulla mappa
call-detail = Come trovarlo
call-description = Che cosa dice chi chiama?
call-name = Nome
call-email = E-mail
call-tell = Avvisare chi chiama con
call-save = Registra la segnalazione
call-next = Prossima chiamata
call-recorded = Registrata
call-read-aloud = Legga questo codice a chi chiama:
call-took = Durata
call-map = Luogo del problema
call-keys-next = campo successivo
call-keys-save = registra
caller-new = { $phone } non ha mai chiamato
caller-known =
    { $count ->
        [one] { $name } ha già segnalato una volta
       *[other] { $name } ha già segnalato { $count } volte
    }
caller-earlier = Già arrivate da questo numero
near-and-alike-call = Forse qualcuno lo ha già segnalato. Registri comunque: chiunque chiami riceve un codice e una risposta.
spell-a = A Ancona
spell-b = B Bologna
spell-c = C Como
spell-d = D Domodossola
spell-e = E Empoli
spell-f = F Firenze
spell-g = G Genova
spell-h = H Hotel
spell-j = J i lunga
spell-k = K kappa
spell-m = M Milano
spell-n = N Napoli
spell-p = P Palermo
spell-q = Q cu
spell-r = R Roma
spell-s = S Savona
spell-t = T Torino
spell-v = V Venezia
spell-w = W doppia vu
spell-x = X ics
spell-y = Y ipsilon
spell-z = Z Zara

import-none = Non è ancora stato importato nulla
import-none-way = Scelga un file: di ogni riga si dice l’esito, e nulla entra due volte.
import-preset = Tipo di file
import-choose = Scegli un file
import-choose-hint = CSV in UTF-8. Lo stesso file ripetuto non aggiunge nulla.
import-reading = Lettura del file …
import-earlier = Importazioni precedenti
import-rows = righe lette
import-report = Rapporto CSV
import-line = Riga
import-verdict-name = Esito
import-reasons = Perché
import-categories =
    { $count ->
        [one] È stata creata { $count } categoria per l’ufficio.
       *[other] Sono state create { $count } categorie per l’ufficio.
    }

notices-waiting = In attesa
notices-sent = Inviati
notices-needs-person = Da decidere
notices-cancelled = Non inviati
notices-none = Nessun messaggio
notice-state = Stato
notice-to = A
notice-stage = Oggetto
notice-since = Da
notice-hold = Trattieni
notice-release = Lascia partire
notice-send-again = Invia di nuovo
notice-leave = Lascia così
notice-leaving = in partenza
notice-waits-undo = annullabile fino a { $moment }
notice-waits-proof = attende { $missing } foto
notice-waits-conflict = attende una decisione
notice-waits-confirmation = attende una conferma
notice-waits-quiet-hours = ore di silenzio fino a { $moment }
notice-waits-office = trattenuto dall’ufficio
notice-waits-caller = qualcuno telefona: vedi Telefonate
notice-waits-retry = nuovo tentativo: { $moment }
notice-sent = inviato
notice-delivered = consegnato
notice-failed = rifiutato: { $reason }
notice-uncertain = forse inviato: non è certo
notice-cancelled = non inviato

enrol = Nuovo dispositivo
enrol-device-title = Dispositivo per { $worker }
enrol-how = Inquadri con la fotocamera del telefono, oppure apra l’app e scriva:
enrol-qr = Codice di collegamento da inquadrare
enrol-until = per un solo dispositivo, fino alle { $clock }
workers-without-crew = Senza squadra
devices = Dispositivi
device-none = ancora nessun dispositivo
device-revoked = bloccato
device-clock = orologio sfasato di { $off }
device-revoke = Blocca
device-drain = Prima consegna
device-drain-body = Quando qualcuno se ne va, il dispositivo prima consegni: non riceve più nulla di nuovo, consegna ciò che ha ancora e dopo tre giorni si blocca.
device-draining = consegna, poi si blocca
device-revoke-title = Bloccare { $device }?
device-revoke-body = Il dispositivo non riceve più nulla dall’ufficio. Ciò che ancora invia viene conservato e mostrato, ma da solo non cambia nulla. L’operazione è definitiva: un dispositivo ritrovato va collegato di nuovo.

category-assigns-itself = Assegnazione automatica
category-assigns-itself-hint = I nuovi ordini vanno alla squadra di turno nella zona con la competenza.
category-publishes = Pubblica la foto di dopo
category-publishes-hint = I cittadini la vedono nella loro pagina.
category-proof = Prove prima del messaggio
category-proof-hint = Nessun cittadino viene avvisato prima che siano arrivate le foto del lavoro finito.
category-by-itself = automatico
category-no-skill = qualsiasi squadra
category-facts = competenza: { $skill } · avviso dopo { $warning } · in ritardo dopo { $breach }
category-saved = Salvato. Vale per gli ordini creati da ora.
required = obbligatorio

caller-data = Tutti i dati di questa persona (file)
audit-request-data-handed-out = Dati di una persona consegnati
problem-nobody-known = Non si sa chi lo abbia segnalato: i recapiti non sono mai stati dati, o sono cancellati.

## At work in the field: the list of the day, forms, reports; and the office’s editor of forms.

row-new = nuovo
row-changed = modificato dall’ufficio
find-label = Cerca: via, numero, parola
find-all = Tutti
find-pressing = Pressanti
find-news = Nuovi e modificati
find-on-phone = Su questo telefono
find-kind = Tipo di problema
find-every-kind = Ogni tipo
find-none = Mostra di nuovo tutti
stop-title = { $place }: { $count } ordini
stop-finish = Concludi tutti qui
stop-finish-title =
    { $count ->
        [one] Concludi un ordine
       *[other] Concludi { $count } ordini
    }
stop-on-its-own = «{ $title }» richiede più di una foto: aprilo e concludilo lì.
stop-finish-photo = Scatta una foto e salva tutti come fatti
stop-finish-save = Salva tutti come fatti
today-pool =
    { $count ->
        [one] Un ordine da prendere
       *[other] { $count } ordini da prendere
    }
today-take = Lo prendo io
today-take-online = Un ordine si prende solo con la rete: altrimenti andrebbero due squadre.
today-taken = Presi dai colleghi
report-link = Segnala
report-title = C’è altro che non va
report-category = Che cos’è?
report-choose = Scegli …
report-description = Che cosa non va?
report-address = Dov’è?
report-place-known = La posizione del telefono parte con la segnalazione; le parole aiutano a trovare il posto.
report-place-unknown = Il telefono non sa dove si trova: scrivi via e numero.
report-photo = Scatta una foto
report-photo-taken = Foto scattata; scattane un’altra
report-save = Salva la segnalazione
number-unexpected = Atteso: { $expected }. È salvato; misura di nuovo se puoi.
barcode-scan = Leggi l’etichetta con la fotocamera
barcode-unread = Nessun codice leggibile nella foto. Scrivilo.
answer-signed = firmato
answer-unexpected = non come atteso
signature-sign = Firma
signature-again = Firma di nuovo
signature-hint = Firma qui con un dito
signature-clear = Ricomincia
could-not-title = Perché non è stato possibile?
could-not-1 = Troppo buio
could-not-2 = La fotocamera non funziona
could-not-3 = Non raggiungibile
could-not-4 = Persone nell’inquadratura
could-not-is = Non portato, { $what }: { $reason }
exemptions = Non è stato possibile portare
material-cost = Costo
material-cost-hint = Da catalogo { $cost }
time-from-timer = Secondo il timer: { $time }
order-team = Anche su questo ordine
timer-runs = Tempo al lavoro
timer-paused = In pausa
timer-ended = Lavorato
operation-could-not = Spiegato che cosa manca
category-office-hours = Le scadenze contano solo le ore d’ufficio
category-office-hours-hint = Notti, fine settimana e festivi non contano. Gli ordini esistenti mantengono le loro scadenze.
category-workers-take = I lavoratori li prendono da sé
category-workers-take-hint = L’ordine di una squadra resta nella sua riserva finché qualcuno lo prende.
form-title = Modulo
form-hint = Che cosa rispondono i lavoratori per ogni nuovo ordine. Gli ordini esistenti tengono il proprio.
form-photos = Foto richieste
form-photo-before = Prima del lavoro
form-photo-after = Dopo il lavoro
form-add = Aggiungi una riga
form-save = Salva il modulo
form-up = Sposta su
form-down = Sposta giù
form-kind = Come si risponde
form-tick = Da spuntare
form-yes-no = Sì o no
form-choice = Scelta
form-number = Numero
form-text = Testo
form-date = Giorno
form-signature = Firma
form-barcode = Codice a barre o QR
form-unit = Unità
form-lowest = Non meno di
form-highest = Non più di
form-answers = Risposte, una per riga
form-other-languages = In altre lingue
shift-title = Fine turno
shift-hint = Prima di riporre il telefono: l’ufficio dice se ha tutto.
shift-ask = Chiedi all’ufficio
shift-did = Oggi: { $finished } conclusi, registrazioni { $operations }, foto { $photos }.
shift-all = L’ufficio ha tutto, lo ha confermato alle { $clock }
shift-all-way-out = Puoi riporre il telefono.
shift-missing = Non ancora in ufficio: registrazioni { $operations }, foto { $photos }
shift-missing-way-out = Vai dove c’è rete e tieni aperta l’app; parte da sé. Intanto nulla va perso.
shift-missing-held = Le tue foto attendono, come hai scelto: inviale qui sopra o vai dove c’è il Wi-Fi. Intanto nulla va perso.
shift-unconfirmed = L’ufficio non ha ancora risposto
shift-to-read =
    { $count ->
        [one] Una risposta dell’ufficio è da leggere qui sotto.
       *[other] { $count } risposte dell’ufficio sono da leggere qui sotto.
    }
log-title = Registro per l’assistenza
log-hint = Che cosa è passato tra telefono e ufficio, in codici e numeri. Non nomina nessuno.
log-open = Mostra il registro
log-save = Salva come file
form-yes = Sì
form-no = No

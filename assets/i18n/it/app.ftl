## L’app per il lavoro sul campo.

# Starting
app-elsewhere-title = Kuitti è aperto in un’altra scheda o finestra
app-elsewhere-way-out = Prosegua lì, oppure la chiuda: questa riprende da sola.
app-stopped-title = L’app si è fermata
app-stopped-way-out = Tutto ciò che risulta salvato è al sicuro su questo telefono. Riavvii l’app.
app-stopped-why = Per l’assistenza: { $why }
app-full-title = La memoria del telefono è piena
app-full-way-out = Kuitti non ha trovato spazio per il Suo lavoro. Liberi spazio sul telefono, poi riavvii l’app. Tutto ciò che risulta salvato è ancora qui.
app-start-again = Riavvia
app-update-title = È pronta una nuova versione
app-update-way-out = Non si perde nulla: l’app riparte in un secondo.
app-update-now = Usa la nuova versione

# Enrolment
enrol-title = Collegare questo telefono
enrol-hint = Chieda all’ufficio un codice di collegamento. La rete serve una volta sola; poi l’app funziona anche senza.
enrol-scan = Inquadri il codice QR con la fotocamera e apra il link, oppure scriva qui il codice.
enrol-code = Codice di collegamento
enrol-server = Indirizzo dell’ufficio
enrol-connect = Collega
enrol-install-title = Su iPhone: prima installare
enrol-install = Prima di collegarsi, aggiunga questa pagina alla schermata Home e la apra da lì. L’app installata ha dati propri.

# Places in the app
tab-today = Oggi
tab-map = Mappa
tab-receipts = Ricevute
tab-settings = Opzioni
tabs = Menu principale

# What the office has
strip-on-phone =
    { $count ->
        [one] { $count } elemento su questo telefono, non ancora inviato
       *[other] { $count } elementi su questo telefono, non ancora inviati
    }
strip-sending =
    { $count ->
        [one] Invio di { $count } elemento …
       *[other] Invio di { $count } elementi …
    }
strip-held-for-wifi =
    { $count ->
        [one] { $count } foto attende il Wi-Fi
       *[other] { $count } foto attendono il Wi-Fi
    }
strip-held-for-word =
    { $count ->
        [one] { $count } foto attende che tu la invii
       *[other] { $count } foto attendono che tu le invii
    }
strip-asking = Richiesta all’ufficio …
strip-all-sent = L’ufficio ha ricevuto tutto
strip-never = Ancora niente dall’ufficio
strip-offline = rete assente
strip-offline-as-of = rete assente, aggiornato alle { $clock }
strip-no-answer = nessuna risposta
strip-no-answer-as-of = nessuna risposta, aggiornato alle { $clock }
strip-as-of = aggiornato alle { $clock }

# Today
today-title = Oggi
today-summary =
    { $open ->
        [0] Niente da fare
        [one] { $open } ordine da fare
       *[other] { $open } ordini da fare
    }
today-finished = Fatti
today-no-longer-yours = Non più Suoi
today-unheard-title = I Suoi ordini stanno arrivando
today-unheard-way-out = Compaiono qui appena l’ufficio ha risposto una volta.
today-empty-title = Nessun ordine assegnato
today-empty-way-out = I nuovi ordini compaiono qui da soli.
today-ask-again = Chiedi di nuovo
row-due = scadenza { $moment }
row-overdue = in ritardo, scadenza { $moment }
row-appointment = appuntamento { $span }
row-appointment-over = l’appuntamento era { $span }
row-urgent = urgente
row-on-phone = su questo telefono
row-attention = leggere la risposta

gone-reassigned = assegnato ad altri
gone-done-by-other = fatto da altri
gone-cancelled = annullato dall’ufficio
gone-aged = finito da tempo
gone-merged = unito a un altro ordine per lo stesso problema
gone-other = non più nel Suo elenco

# An order
order-number-is = Ordine { $number }
order-not-here-title = Questo ordine non è su questo telefono
order-not-here-way-out = Forse è stato assegnato ad altri. Il Suo lavoro è in Ricevute.
order-steps = Avanzamento
order-due = Scadenza { $moment }
order-appointment = Appuntamento { $span }
order-priority-urgent = urgente
order-no-longer-yours = Questo ordine non è più nel Suo elenco: { $reason }. Il lavoro fatto resta agli atti.
order-way = Come arrivare
order-direction = { $direction }, in linea d’aria
order-position-accuracy = posizione ±{ $accuracy }, { $ago }
order-no-position = Il telefono non conosce la sua posizione.
order-position-denied = L’app non può usare la posizione. La consenta per questa pagina nelle impostazioni del browser.
order-no-place = L’ufficio non ha un punto sulla mappa per questo ordine.
order-navigate = Apri nel navigatore del telefono
order-description = Che cosa si sa
order-contact = Chiama { $name }
order-contact-nameless = Chiama { $phone }
order-checklist = Lista di controllo, { $done } di { $count }
order-required = obbligatorio
order-evidence = Foto, note, materiali, tempo
order-nothing-yet = Ancora niente.
order-missing-photo-before = Manca ancora una foto di prima del lavoro.
order-missing-photo-after = Manca ancora una foto di dopo il lavoro.
order-missing-items =
    { $count ->
        [one] Manca ancora { $count } voce della lista di controllo.
       *[other] Mancano ancora { $count } voci della lista di controllo.
    }
order-other-steps = Altri passi
order-undo-finish = Finito. Può ancora annullare per { $left }.
order-undo = Annulla: { $what }
undo-together = Annulla tutti ({ $count })
order-reported-done-title = { $name } lo segnala finito alle { $clock }
order-reported-done = Lo confermi o continui a lavorare: il Suo lavoro resta comunque agli atti.
order-colleague = Un collega
order-conflict = Due risposte diverse. Restano entrambe, decide l’ufficio.
order-conflict-line = «{ $item }»: vale la risposta { $stands }; resta anche { $other }. Decide l’ufficio.

# Moves
move-accept = Accetta
move-decline = Non posso
move-hand-back = Restituisci
move-en-route = Parto
move-start = Inizia
move-pause = Pausa
move-resume = Riprendi
move-finish = Fine lavoro
move-confirm = Conferma fatto

# Why
reason-decline-title = Perché non può accettarlo?
reason-hand-back-title = Perché lo restituisce?
reason-pause-title = Perché la pausa?
reason-decline-1 = Manca il mezzo
reason-decline-2 = Competenza non adatta
reason-decline-3 = Oggi non c’è tempo
reason-hand-back-1 = Turno finito
reason-hand-back-2 = Serve un’altra squadra
reason-hand-back-3 = Mancano le attrezzature
reason-pause-1 = Pausa
reason-pause-2 = In attesa di materiale
reason-pause-3 = Maltempo
reason-label = Motivo

# Adding
add-photo = Foto
add-note = Nota
add-time = Tempo
add-material = Materiale
photo-title = Che cosa mostra la foto?
photo-before = Il luogo prima del lavoro
photo-after = Il luogo dopo il lavoro
photo-other = Altro
photo-gallery = Scegli dalla galleria: { $role }
photo-saving = Salvataggio di { $count } foto …
photo-at-office = in ufficio
photo-unopened = Non è stato possibile aprire questa immagine qui. Viene conservata così com’è e inviata all’ufficio; può contenere il luogo dello scatto. I cittadini non la vedono.
photo-file = Non apribile qui, { $size }
photo-caption = { $role }, { $clock }
note-title = Nota
note-label = Che cosa deve sapere l’ufficio?
time-title = Tempo impiegato
time-kind = Tipo
time-minutes = Minuti
time-is = { $kind }: { $minutes } min
material-title = Materiale usato
material-article = Articolo
material-quantity = Quantità ({ $unit })
material-is = { $quantity } { $unit } { $article }
material-none = L’ufficio non ha ancora inviato un elenco di articoli. Scriva una nota.
number-wrong = Scriva un numero, per esempio 1,5
saved-on-phone = Salvato su questo telefono

# Finishing
finish-title = Com’è andata?
finish-done = Fatto
finish-done-hint = Il problema è risolto
finish-follow-up = Fatto, serve altro lavoro
finish-follow-up-hint = L’ufficio crea un ordine successivo
finish-not-done = Non fatto
finish-not-done-hint = Non trovato, inaccessibile, pericoloso …
finish-what-is-left = Che cosa resta da fare?
finish-why-not = Perché non è stato fatto?
finish-duplicate = uguale a un altro ordine
finish-duplicate-number = Numero dell’altro ordine
finish-extent = Quanta parte?
finish-extent-whole = Tutto
finish-extent-part = La mia parte; altri continuano
finish-evidence-good = C’è tutto ciò che l’ufficio richiede.
finish-save-done = Salva come fatto
finish-save-follow-up = Salva, serve altro lavoro
finish-save-not-done = Salva come non fatto
finish-save-anyway = Salva senza
finish-undo-hint = Può annullare per { $window }.
finish-required = Compili prima questo campo.

# Receipts
receipts-title = Ricevute
receipts-empty-title = Ancora nessuna ricevuta
receipts-empty-way-out = Ogni cosa che fa ne ha una: qui vede che cosa ha ricevuto l’ufficio.
tally-on-phone = su questo telefono
tally-arrived = in ufficio
tally-applied = registrati
tally-attention = da leggere
receipt-state-on-phone = Salvato su questo telefono
receipt-state-arrived = Ricevuto dall’ufficio
receipt-state-applied = Registrato
receipt-photo-waiting = { $size }, ancora su questo telefono
receipt-photo-sending = inviati { $sent } di { $size }
receipts-reports = Nuovi problemi segnalati
receipts-send-now = Invia ora
receipts-held-for-wifi = Le tue foto attendono il Wi-Fi. Quello che hai fatto parte subito.
receipts-held-for-word = Questo telefono non dice se è su Wi-Fi: le tue foto attendono che tu le invii. Quello che hai fatto parte subito.
receipts-send-held-for-wifi = Invia con i dati mobili
receipts-send-held-for-word = Invia le foto ora

operation-accept = Accettato
operation-decline = Rifiutato
operation-hand-back = Restituito
operation-en-route = In viaggio
operation-start = Iniziato
operation-pause = In pausa
operation-resume = Ripreso
operation-check = Risposta alla lista di controllo
operation-measure = Misurato
operation-note = Nota
operation-photo = Foto annunciata
operation-material = Materiale
operation-time = Tempo
operation-suggest = Proposta
operation-finish = Finito
operation-confirm = Confermato
operation-undo = Operazione annullata
operation-report = Nuovo problema segnalato
operation-hide = Foto o nota ritirata
operation-unknown = Fatto con una versione più recente
photo-role-before-bytes = Foto, prima
photo-role-after-bytes = Foto, dopo
photo-role-other-bytes = Foto

# Settings
settings-title = Opzioni
settings-phone = Questo telefono
settings-theme = Aspetto
theme-system = Come il telefono
theme-light = Chiaro
theme-dark = Scuro
settings-large-over = Foto e mappa viaggiano su
large-over-any = qualsiasi rete
large-over-wifi = solo Wi-Fi
large-over-hint = Se il telefono non dice su quale rete è, le foto attendono che tu le invii e non si scarica una nuova mappa.
settings-storage = Memoria
settings-storage-kept = I dati restano qui finché qualcuno non li elimina
settings-storage-at-risk = Il browser può cancellare i dati se manca spazio
settings-storage-use = { $used } di { $granted }
settings-storage-safe = al sicuro
settings-storage-not-safe = a rischio
settings-storage-way-out = Installi l’app nella schermata Home: così il browser conserva i dati. Invii il lavoro prima di cancellare i dati del browser.
settings-offline = Si avvia senza rete
settings-offline-yes = sì
settings-offline-no = no: la pagina non ha un certificato attendibile
settings-last-sync = Ultimo contatto con l’ufficio
settings-never = mai
settings-town = Ufficio
settings-call-office = Chiama l’ufficio
settings-make-room = Elimina le copie già in ufficio
settings-sync-now = Chiedi ora all’ufficio
settings-version = Versione { $version }
clock-ahead-title = L’orologio del telefono è avanti di { $off }
clock-behind-title = L’orologio del telefono è indietro di { $off }
clock-off = Il Suo lavoro è comunque registrato con l’ora giusta.

standing-drain-only = Questo telefono consegna ciò che ha; non arrivano più ordini nuovi.
standing-revoked = L’ufficio non accetta più questo telefono. Il Suo lavoro resta qui; chieda all’ufficio.

# What is wrong, and what happens next
not-saved = Non salvato
phone-problem-not-enrolled = Questo telefono non è ancora collegato a un ufficio.
phone-problem-server-address = Questo non è l’indirizzo di un ufficio. Ha la forma https://kuitti.town.example
phone-problem-enrolment-unknown = L’ufficio non conosce questo codice. Lo controlli lettera per lettera.
phone-problem-enrolment-used = Questo codice è già stato usato. Ne chieda uno nuovo all’ufficio.
phone-problem-enrolment-expired = Questo codice è scaduto. Ne chieda uno nuovo all’ufficio.
phone-problem-other-workers-work = Su questo telefono c’è ancora lavoro di { $worker }. Si colleghi a una rete e lo lasci inviare prima.
phone-problem-unreachable = L’ufficio non risponde. Si riprova automaticamente.
phone-problem-server-busy = L’ufficio è sovraccarico. Si riprova automaticamente.
phone-problem-server-failed = In ufficio c’è stato un guasto. Si riprova automaticamente.
phone-problem-revoked = L’ufficio non accetta più questo telefono. Può continuare a lavorare; chieda all’ufficio di collegarlo di nuovo.
phone-problem-upgrade-needed = Questa app è troppo vecchia per leggere i nuovi ordini. La riavvii con la rete. Il Suo lavoro viene consegnato comunque.
phone-problem-photo-empty = Questo file è vuoto o non si può leggere. Scatti di nuovo la foto.
phone-problem-photo-file-too-large = Questo file è troppo grande per essere inviato. Scatti la foto con una dimensione minore.
phone-problem-photo-not-drawn = Non è stato possibile aprire questa immagine qui, quindi ciò che ha disegnato non può esservi aggiunto. Non è stata conservata né inviata. La scatti di nuovo, oppure la scelga di nuovo senza disegnarci.
phone-problem-order-unknown = Questo ordine non è su questo telefono.
phone-problem-photo-not-here = Questa foto non è più su questo telefono. L’ufficio ce l’ha.
phone-problem-text-too-long = Il testo è troppo lungo. Lo divida in due note.
phone-problem-not-possible = Operazione non riuscita. Riprovi; se il problema rimane, riavvii l’app.
phone-problem-storage-full = La memoria del telefono è piena: non è stato salvato. Liberi spazio sul telefono, oppure invii il lavoro ed elimini le copie in Opzioni.
phone-problem-storage-failed = La memoria del telefono ha avuto un guasto: non è stato salvato. Riavvii l’app.

# The street map
map-title = Mappa
map-none = Su questo telefono non c’è ancora la mappa delle strade. Arriva da sola quando c’è rete.
map-coming = La mappa delle strade sta arrivando: { $arrived } di { $size }
map-you = Lei è qui

# The way as one arrow
compass = Bussola
compass-turns = La freccia gira con il telefono.
compass-from-north = Questo telefono non indica la direzione: la freccia punta come su una mappa, il nord è in alto.
compass-ask = Usa la bussola del telefono
compass-north = N

# Where the worker is
place-title = Dove sono
place-phone = La posizione viene da questo telefono.
place-hint = Metta un segnaposto dove il telefono non riceve. Un percorso registrato serve per esercitarsi. Entrambi valgono finché l’app resta aperta; nessuno dei due viene inviato all’ufficio come Sua posizione.
place-use-phone = Usa la posizione del telefono
place-pin-map = Metti un segnaposto sulla mappa
place-pin-press = Prema sulla mappa il punto in cui si trova.
place-pin-order = Sono presso un intervento
place-choose = Scelga il luogo
place-here = Sono qui
place-track = Riproduci un percorso registrato (GPX)
place-mark-pin = Posizione da segnaposto, non dal telefono
place-mark-track = Posizione da un percorso registrato, non dal telefono
phone-problem-no-track = Questo file non è un percorso registrato, oppure è danneggiato. Scelga un file GPX.
phone-problem-track-without-time = Questo percorso non contiene gli orari. Lo registri con gli orari e lo scelga di nuovo.

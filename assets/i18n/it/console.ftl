## La console dell’ufficio: cornice, segnalazioni, ordini.

nav = Menu principale
nav-requests = Segnalazioni
nav-orders = Ordini
nav-attention = Da decidere
nav-call = Nuova chiamata
nav-notices = Messaggi
nav-people = Squadre
nav-import = Importa
nav-categories = Categorie
no-screen = A questo indirizzo non c’è nessuna schermata
live-connecting = connessione …
live-up = in tempo reale
live-lost = non in tempo reale: si tenta di raggiungere il server
shortcuts = Tastiera
commands = Comandi
nobody = nessuno
by-itself = automatico
times =
    { $count ->
        [one] una volta
       *[other] { $count } volte
    }

log-in = Accedi
log-in-title = Accesso all’ufficio
log-in-again = Acceda di nuovo per continuare
log-in-name = Nome
log-in-password = Password

key-help = Mostra questi tasti
key-next = Successivo
key-previous = Precedente
key-next-column = Colonna successiva
key-previous-column = Colonna precedente
key-select = Seleziona
key-select-all = Seleziona tutto
key-clear = Togli la selezione
key-open = Apri
key-search = Cerca
key-make-orders = Crea ordini
key-assign = Assegna

problem-unreachable = Il server non è raggiungibile. I dati sono aggiornati all’ora indicata; quanto ha scritto non è perso.
problem-logged-out = La sessione è terminata. Acceda di nuovo per continuare.
problem-unreadable = La risposta del server non è leggibile. Ricarichi la pagina; se non basta, avvisi l’amministratore.
problem-wrong-login = Nome o password non corretti. Riprovi, oppure chieda all’amministratore una nuova password.
problem-forbidden = Il Suo ruolo non lo consente.
problem-not-allowed = Il Suo ruolo non lo consente.
problem-too-many-requests = Troppi tentativi. Attenda un momento e riprovi.
problem-changed-meanwhile = Nel frattempo l’ordine è cambiato. Lo guardi com’è adesso e decida di nuovo.
problem-order-is-over = L’ordine è chiuso o annullato: prima lo riapra.
problem-nothing-to-reopen = Si può riaprire solo un ordine finito, chiuso o annullato.
problem-order-merged = L’ordine è stato unito a un altro: decida su quello.
problem-merge-into-itself = Un ordine non si può unire a sé stesso: ne scelga un altro.
problem-awaits-confirmation = Qualcuno lo segnala finito: decida prima su questo.
problem-not-part-of-order = È già stato deciso, oppure riguarda un altro ordine.
problem-order-unknown = Questo ordine non esiste.
problem-request-unknown = Questa segnalazione non esiste.
problem-worker-unknown = Questo operatore non esiste.
problem-device-unknown = Questo dispositivo non esiste.
problem-assignee-unknown = Questa squadra o questo operatore non è più nell’elenco.
problem-already-planned = Una delle segnalazioni ha già un ordine: la tolga dalla selezione.
problem-nothing-selected = Nessun elemento selezionato.
problem-too-many-selected = Troppi elementi selezionati: ne scelga di meno.
problem-title-length = Il titolo è troppo lungo: al massimo 120 caratteri.
problem-disk-full = Il disco del server è pieno. I Suoi dati non sono persi; avvisi l’ufficio.
problem-not-stored = Salvataggio non riuscito, nulla è cambiato. Riprovi.
problem-fields-invalid = Qualcosa manca o non è corretto: controlli i campi.

filter-stage = Mostra
filter-text = Testo, indirizzo o numero
filter-all-categories = Tutte le categorie
filter-everybody = Tutte le squadre e gli operatori
stages-waiting = Da fare
stages-under-way = In corso
stages-over = Concluse
stages-all = Tutte
rows-of = { $shown } di { $total }
rows-more = Mostra altri
selected =
    { $count ->
        [one] { $count } selezionato
       *[other] { $count } selezionati
    }

requests-none = Nessuna segnalazione corrisponde
requests-none-way = Scelga altre fasi o svuoti la ricerca. Le nuove segnalazioni compaiono qui da sole.
map-requests = Segnalazioni sulla mappa
request-report = Che cosa è stato segnalato
request-came = Arrivata: { $channel }, { $moment }
request-open = Apri la segnalazione
photo-of-citizen = Foto del cittadino
photo-file-unopened = Non apribile come immagine
photo-fetch = Scarica il file
near-and-alike = Vicine e simili
caller = Segnalato da
told-by = Avvisato con
told-nothing = nessun avviso
external-number = Numero altrove

make-orders = Crea ordini
order-title = Che cosa fare
order-title-hint = Se vuoto, è il nome della categoria.
grouping = Quanti ordini
grouping-one-for-all =
    { $count ->
        [one] Un ordine per { $count } segnalazione
       *[other] Un ordine per tutte le { $count } segnalazioni
    }
grouping-one-for-all-hint = Segnalano la stessa cosa. Ogni cittadino viene avvisato una volta.
grouping-one-each = Un ordine per ciascuna
grouping-one-each-hint =
    { $count ->
        [one] { $count } ordine.
       *[other] { $count } ordini.
    }
assign-to = Assegnare a
assign-by-rule = secondo la regola della categoria
assign-by-rule-hint = Se la categoria lo prevede, la regola lo assegna alla squadra di turno nella zona con la competenza.
order-made-for = Creato per { $assignee }. { $reason }
order-made-for-nobody = Creato, non ancora assegnato. { $reason }

routing-on-shift-in = { $crew } è di turno nella zona { $zone } e ha la competenza; tra { $candidates ->
        [one] una squadra adatta
       *[other] { $candidates } squadre adatte
    } ha meno ordini aperti ({ $load }).
routing-on-shift = { $crew } è di turno in tutta la città e ha la competenza; tra { $candidates ->
        [one] una squadra adatta
       *[other] { $candidates } squadre adatte
    } ha meno ordini aperti ({ $load }).
routing-by-hand = Assegnato a mano.
routing-outside-zones = Il luogo non è in nessuna zona e nessuna squadra copre tutta la città.
routing-nobody = Nessuno con la competenza è di turno adesso.
routing-nobody-in = Nessuno con la competenza è di turno adesso nella zona { $zone }.

orders-current = Attuali
column-nobody = Non assegnati
order-review = da decidere
due-at = scadenza { $moment }
overdue-since = in ritardo, scadenza { $moment }
photos-on-phone =
    { $count ->
        [one] { $count } foto è ancora su un telefono
       *[other] { $count } foto sono ancora su un telefono
    }
crews = Squadre
workers = Operatori
on-shift-until = di turno fino alle { $clock }
off-shift = non di turno
assign = Assegna
assign-count =
    { $count ->
        [one] Assegna l’ordine
       *[other] Assegna { $count } ordini
    }
assign-hint = Il lavoro già iniziato resta agli atti.
orders-assigned =
    { $count ->
        [one] Assegnato a { $assignee }.
       *[other] { $count } ordini assegnati a { $assignee }.
    }
orders-refused = { $changed } assegnati, { $refused } no: { $reasons }

assigned-to = Assegnato a
proof = Prove
proof-photo-before = foto di prima
proof-photo-after = foto di dopo
order-edit = Modifica
appointment = Appuntamento
appointment-hint = Quando ci sarà qualcuno sul posto. Per la squadra conta al posto della scadenza, e il percorso ne tiene conto. Senza un giorno non c’è alcun appuntamento. Una fine precedente all’inizio è del giorno dopo.
appointment-day = Giorno
appointment-from = Dalle
appointment-until = Alle
appointment-impossible = L’appuntamento richiede un inizio e una fine diversi tra loro.
order-close = Chiudi
order-reopen = Riapri
order-cancel = Annulla l’ordine
order-cancel-body = I telefoni che hanno l’ordine lo mostrano annullato. Il lavoro fatto nel frattempo resta agli atti e Lei viene avvisato.
order-merge = Stesso problema di …
order-merge-body = Chi ha segnalato l’uno o l’altro viene avvisato una volta, per l’ordine che resta. Foto, note e risposte passano lì; questo ordine esce dai telefoni e ciò che arriva tardi va all’altro.
order-merge-number = Numero dell’ordine che resta
order-merge-near = Ordini aperti vicini, stessa categoria
order-merge-none = Nessun ordine aperto di questa categoria è vicino. Indichi il numero dell’altro.
order-merge-unknown = Nessun ordine aperto ha questo numero.
order-merge-do = Unisci
order-merged-into = Ora questo ordine fa parte di un altro
order-merged-into-body = Riguardava lo stesso problema. Tutto ciò che è arrivato, e che ancora arriva, si trova in { $number }.
checklist-count = Lista di controllo, { $done } di { $count }
time-and-material = Tempo e materiali
suggestion = Proposta: { $value }

visits-none = Ancora nessuno sul posto
visit-state = Stato
visit-since = Da
visit-not-heard = Ha l’ordine; ancora nessuna notizia
device-heard = Telefono
extent-part = una parte
standing-unconfirmed = da confermare
standing-recorded = solo agli atti
pending-reports =
    { $reports ->
        [one] { $reports } operazione
       *[other] { $reports } operazioni
    }
pending-photos = { $photos } foto
pending-both =
    { $reports ->
        [one] { $reports } operazione
       *[other] { $reports } operazioni
    } e { $photos } foto
device-pending = { $pending } ancora sul telefono, dato delle { $clock }
device-sent-all = tutto inviato, dato delle { $clock }
device-never = ancora nessuna notizia

review-completion = { $worker } lo segnala finito: { $moment }
review-completion-body = Esito: { $outcome }. Un’altra persona è ancora al lavoro, oppure l’ordine ora è suo. Il cittadino viene avvisato solo dopo la Sua parola o la loro.
review-confirm = È finito
review-reject = Non è finito
review-settle = Visto
review-stands = valida
review-keep = Mantieni
review-take = Prendi questa
review-by = { $worker }, { $moment }
review-checklist = Due risposte per «{ $item }»
review-outcome = Due comunicazioni non concordano
review-undo = Annullato troppo tardi

story = Che cosa è successo
story-on-phone = Ancora sul telefono di { $worker }
arrived-at-once = arrivato subito
arrived-late = sul telefono, arrivo { $moment }
clock-quality = Quanto è affidabile quest’ora
clock-exact = ora esatta
clock-wall = ora del telefono
clock-estimated = ora stimata
audit-order-made = Ordine creato
audit-order-assigned = Assegnato
audit-order-closed = Chiuso
audit-order-cancelled = Annullato
audit-order-reopened = Riaperto
audit-order-edited = Modificato
audit-order-confirmed = Fine lavoro confermata
audit-order-rejected = Fine lavoro respinta
audit-order-merged = Unito a un altro ordine
audit-order-absorbed = Un altro ordine è stato unito a questo
audit-order-taken = Presa l’altra risposta
audit-order-settled = Conflitto risolto

attention-none = Niente attende una Sua decisione
attention-none-way = Qui compare ciò che le regole da sole non possono decidere: due risposte per la stessa cosa, foto che non arrivano, lavori che non trovano posto.
attention-conflicts = Due risposte per la stessa cosa
attention-tasks = Da controllare
attention-operations = Lavoro in attesa
attention-operations-about = È arrivato da un telefono ed è conservato esattamente com’è stato inviato. Nulla è andato perso.
attention-as-sent = Com’è stato inviato
outcome-held = in attesa
outcome-quarantined = tenuto da parte
task-completion-unconfirmed = Una fine lavoro attende da un’ora la conferma di un collega.
task-photo-missing = Una foto annunciata non è arrivata da un giorno.

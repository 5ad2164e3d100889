## Parole comuni a più schermate: stati, esiti, comandi.

kuitti = Kuitti
order = Ordine di lavoro
request = Segnalazione
crew = Squadra
worker = Operatore
category = Categoria
priority = Priorità
place = Luogo
due = Scadenza
photos = Foto
notes = Note
checklist = Lista di controllo
visits = Interventi
notices = Messaggi

orders-count =
    { $count ->
        [one] { $count } ordine
       *[other] { $count } ordini
    }
requests-count =
    { $count ->
        [one] { $count } segnalazione
       *[other] { $count } segnalazioni
    }
photos-count = { $count } foto

order-status-new = Nuovo
order-status-assigned = Assegnato
order-status-in-work = In lavorazione
order-status-finished = Finito
order-status-finished-unconfirmed = Da confermare
order-status-closed = Chiuso
order-status-declined = Rifiutato
order-status-cancelled = Annullato
order-status-reopened = Riaperto

request-stage-received = Ricevuta
request-stage-planned = Pianificata
request-stage-in-work = In lavorazione
request-stage-done = Risolta
request-stage-not-done = Non risolta
request-stage-needs-visit = Da rivedere sul posto
request-stage-reopened = Riaperta

save = Salva
cancel = Annulla
close = Chiudi
back = Indietro
undo = Annulla operazione
retry = Riprova
search = Cerca
optional = facoltativo
loading = Caricamento …
open = Apri
add = Aggiungi
remove = Rimuovi
log-out = Esci
language = Lingua
skip-to-content = Vai al contenuto

as-of = aggiornato alle { $clock }
photo-of = Foto { $number } di { $count }
photo-closer = Guarda da vicino
photo-whole = Foto intera
photo-previous = Foto precedente
photo-next = Foto successiva

map = Mappa
map-zoom-in = Ingrandisci
map-zoom-out = Riduci
map-fit = Mostra tutto
map-select-area = Seleziona un’area
map-help = Le frecce spostano la mappa, più e meno cambiano la scala, Tab porta ai punti. Gli stessi punti sono nell’elenco.
map-cluster =
    { $count ->
        [one] { $count } punto
       *[other] { $count } punti vicini tra loro
    }
map-no-points = Niente da mostrare sulla mappa

role-worker = operatore sul campo
role-crew-lead = caposquadra
role-intake = contact center
role-dispatcher = coordinatore
role-supervisor = responsabile
role-administrator = amministratore
role-auditor = revisore

priority-low = bassa
priority-normal = normale
priority-urgent = urgente

visit-state-accepted = Accettato
visit-state-en-route = In viaggio
visit-state-on-site = Sul posto
visit-state-paused = In pausa
visit-state-finished = Finito
visit-state-declined = Rifiutato
visit-state-handed-back = Restituito

outcome-done = Fatto
outcome-done-needs-follow-up = Fatto, serve altro lavoro
outcome-not-done = Non fatto
not-done-not-found = niente di guasto sul posto
not-done-no-access = luogo inaccessibile
not-done-unsafe = pericoloso
not-done-not-ours = non di nostra competenza
not-done-needs-equipment = mancano le attrezzature
not-done-duplicate-of = come { $number }

notice-stage-received = Ricevuta
notice-stage-done = Risolta
notice-stage-not-done = Non risolta
notice-stage-needs-visit = Da rivedere sul posto
notice-stage-corrected = Rettifica
channel-sms = SMS
channel-email = E-mail
channel-call = Telefonata
channel-webhook = App
intake-web = modulo web
intake-phone = telefonata
intake-import = importazione
intake-field = operatore sul campo
photo-role-before = Prima
photo-role-after = Dopo
photo-role-other = Foto
time-kind-work = Lavoro
time-kind-travel = Viaggio
time-kind-waiting = Attesa

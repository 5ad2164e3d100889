## Messages to people of the town.

staff-subject = Kuitti, { $town }: { $number }
staff-urgent = Urgente: { $number } { $title }, { $place }. Apri Kuitti per vederlo.
staff-warning = In scadenza: { $number } { $title }, { $place }, entro { $when }.
staff-breach = Scaduto: { $number } { $title }, { $place }, il termine era { $when }.
staff-new = Nuovo ordine: { $number } { $title }, { $place }.
staff-finished = Fatto: { $number } { $title }, { $place }.
staff-not-done = Non fatto: { $number } { $title }, { $place }.
staff-review = Da decidere: { $number } { $title }, { $place }.
staff-declined = Restituito: { $number } { $title }, { $place }. Ora non è di nessuno.
staff-reopened = Riaperto: { $number } { $title }, { $place }.
staff-cancelled = Annullato: { $number } { $title }, { $place }.

reach = Dove raggiungerti
reach-about = Il tuo numero e il tuo indirizzo li vede solo Kuitti, che ti avvisa di ciò che segui e delle scadenze.
reach-phone = Numero di telefono
reach-email = Indirizzo e-mail
reach-first = Prima per
watches = Che cosa segui
watches-none = Non segui ancora nulla. Apri un ordine e scegli Segui, oppure aggiungi qui una categoria o una zona.
watch = Segui
watching = Seguito
watch-end = Smetti
watch-more = Una categoria o una zona
reach-of-worker = Avvisi per { $worker }
reach-of-worker-about = Qui si avvisa del lavoro urgente che il telefono non ha scaricato in tempo.
reach-edit = Telefono ed e-mail
problem-nothing-to-watch = Ciò che vuoi seguire non c'è.
problem-watches-too-much = Segui già moltissime cose: prima smetti con una.
reach-saved = Salvato.

answers = Risposte del cittadino
answer-unread = da leggere
answer-read = Ho letto

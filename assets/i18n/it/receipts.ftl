## Che cosa risponde l’ufficio a un’operazione: `receipt-` e il codice. Prima il fatto, poi il seguito.

receipt-applied = Registrato
receipt-recorded = Messo agli atti. Non modifica l’ordine.
receipt-another-at-work = Un collega è ancora al lavoro sul posto. Conferma il collega oppure l’ufficio.
receipt-done-by-other = L’ordine era passato a chi non aveva ancora iniziato. Il Suo lavoro è valido.
receipt-reassigned-at-work = L’ordine era passato a chi ha già iniziato. Decide l’ufficio; il Suo lavoro è agli atti.
receipt-reassigned = L’ordine era passato a un’altra persona. La Sua comunicazione è agli atti ed è visibile a chi lo ha ora.
receipt-already-finished = L’ordine era già finito. Anche il Suo intervento è agli atti.
receipt-contradicts = L’ordine era già finito con un altro esito. Decide l’ufficio.
receipt-order-cancelled = L’ordine era stato annullato. L’ufficio vede che il lavoro è stato fatto.
receipt-order-closed = L’ordine era stato chiuso. Il Suo intervento è agli atti.
receipt-reopened-since = Nel frattempo l’ordine è stato riaperto. Il Suo intervento appartiene alla fase precedente.
receipt-checklist-clash = Un’altra persona ha risposto alla stessa voce. Restano entrambe le risposte, decide l’ufficio.
receipt-undo-too-late = È tardi per tornare indietro. Chieda all’ufficio.
receipt-undo-after-notice = Il cittadino era già stato avvisato. Decide l’ufficio.
receipt-not-found = L’elemento a cui si riferisce non è ancora in ufficio. L’operazione è conservata.
receipt-not-yours = Può modificarlo solo chi lo ha fatto.
receipt-unknown-order = L’ufficio non conosce ancora questo ordine. Il Suo lavoro attende lì.
receipt-unknown-kind = Questa app è più recente di quella dell’ufficio. Il Suo lavoro attende l’aggiornamento dell’ufficio.
receipt-malformed = L’ufficio non è riuscito a leggerlo. Una persona lo sta esaminando.
receipt-server-failed = In ufficio c’è stato un guasto. Una persona lo esamina; non deve fare nulla.
receipt-after-held = Attende le operazioni precedenti sullo stesso ordine.
receipt-revoked = Questo telefono è bloccato in ufficio. Una persona esamina il Suo lavoro.
receipt-photo-damaged = Il file della foto su questo telefono è danneggiato. Se può, la scatti di nuovo.
receipt-photo-refused = L’ufficio non ha accettato questa foto. Sincronizzi di nuovo; se non basta, avvisi l’ufficio.
receipt-unknown = L’ufficio lo ha ricevuto: { $code }

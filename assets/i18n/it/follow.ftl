## Ciò che si dice nella pagina di un caso prima e dopo la fine: voto, riapertura, scelta dei messaggi; e i messaggi che ne
## seguono.

citizen-case-came-back = Ci ha detto che non è risolto. L'ufficio lo esamina di nuovo e decide che cosa fare.

citizen-rate-question = Com'è stato fatto il lavoro?
citizen-rate-5 = 5 – molto bene
citizen-rate-4 = 4 – bene
citizen-rate-3 = 3 – così così
citizen-rate-2 = 2 – male
citizen-rate-1 = 1 – molto male
citizen-rate-words = In una frase: perché?
citizen-rate-send = Invia
citizen-rate-thanks = Grazie: ha dato { $number } su 5.

citizen-reopen-title = Non è risolto?
citizen-reopen-lead = Fino al { $date } può dirci che il problema c'è ancora. L'ufficio lo esamina di nuovo. Può farlo una volta.
citizen-reopen-reason = Che cosa non va ancora?
citizen-reopen-photo = Una foto
citizen-reopen-send = Riapri il caso
problem-reason-missing = Scriva che cosa non va ancora e invii di nuovo. Nulla è stato inviato.

citizen-wishes-title = Scelga che cosa dirle
citizen-wishes-how = Come
citizen-wishes-what = Oltre all'arrivo della segnalazione e all'esito, mi avvisi quando
citizen-wish-scheduled = una squadra lo ha in programma
citizen-wish-on-the-way = una squadra è in arrivo
citizen-wish-reopened = la mia obiezione è arrivata
citizen-wishes-fallback = Se un messaggio non mi arriva
citizen-fallback-first = Provare prima
citizen-fallback-then = Provare poi
citizen-fallback-usual = ciò che il comune prova di solito
citizen-fallback-none = nient’altro
citizen-wishes-send = Salva

notice-stage-scheduled = In programma
notice-stage-on-the-way = In arrivo
notice-stage-reopened = Riaperto
notice-stage-confirm = Codice di conferma

notice-sms-scheduled = { $town }: { $category }, { $place }: una squadra lo ha in programma. { $link }
notice-sms-on-the-way = { $town }: { $category }, { $place }: una squadra è in arrivo. { $link }
notice-sms-reopened = { $town }: { $category }, { $place }: abbiamo letto che non è risolto e lo esaminiamo di nuovo. { $link }
notice-subject-scheduled = In programma: { $category }, { $place } ({ $number })
notice-subject-on-the-way = In arrivo: { $category }, { $place } ({ $number })
notice-subject-reopened = Riaperto: { $category }, { $place } ({ $number })
notice-mail-scheduled = Una squadra ha in programma ciò che ha segnalato.
notice-mail-on-the-way = Una squadra sta arrivando dove ha segnalato il problema.
notice-mail-reopened = Abbiamo letto che non è risolto. Lo esaminiamo di nuovo e le diremo che cosa ne risulta.

request-reopened-title = Un cittadino dice che non è risolto
request-take-up = Riapri l'ordine
request-uphold = È fatto: chiudi di nuovo
request-taken-up = L'ordine è di nuovo aperto
request-upheld = La segnalazione è di nuovo chiusa e il cittadino viene avvisato
request-rating = Voto
request-rating-of = { $number } su 5

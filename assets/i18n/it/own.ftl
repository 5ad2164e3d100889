## Ciò che appartiene al cittadino: un numero o indirizzo provato con un codice, i propri dati, e la loro cancellazione.

citizen-confirm-title = { $to } è suo?
citizen-confirm-lead = Vi abbiamo inviato un codice di sei cifre. Lo scriva qui entro dieci minuti: prima non vi si invia altro.
citizen-confirm-code = Codice di sei cifre
citizen-confirm-send = Conferma
citizen-confirm-again = Invia un nuovo codice
citizen-confirm-wrong = Il codice non è questo. Lo confronti con il messaggio, o ne chieda uno nuovo.
citizen-confirm-often = In un'ora vi sono stati inviati troppi codici. Riprovi più tardi; può sempre seguire il caso qui.
notice-sms-confirm = { $town }: il suo codice è { $confirm }. Lo scriva nella pagina della segnalazione entro 10 minuti. Non ha segnalato nulla? Ignori questo messaggio.
notice-subject-confirm = Il suo codice: { $confirm }
notice-mail-confirm = Il suo codice è { $confirm }. Lo scriva nella pagina della segnalazione entro 10 minuti. Non ha segnalato nulla? Ignori questo messaggio.

citizen-own-title = I suoi dati
citizen-own-lead = Tutto ciò che questo caso conserva di lei.
citizen-own-link = Veda, scarichi o cancelli i suoi dati
citizen-own-download = Scarica come file (JSON)
citizen-own-name = Nome
citizen-own-phone = Telefono
citizen-own-email = E-mail
citizen-own-words = Che cosa ha scritto
citizen-own-nothing = nulla
citizen-own-messages = Messaggi per lei
citizen-own-photos = Foto
citizen-own-forget = Cancella i miei contatti e le mie foto
citizen-own-forget-lead = Nome, numero, indirizzo e foto sono cancellati per sempre, anche dai dispositivi degli operatori. Non riceve più messaggi. Il caso resta, e il codice continua ad aprirlo.
citizen-own-forgotten = I suoi contatti e le sue foto sono cancellati.

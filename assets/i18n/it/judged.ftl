## L'ufficio: che cosa pensano i cittadini, chi segue, e le parole di un messaggio.

nav-satisfaction = Soddisfazione
satisfaction-lead = Che cosa hanno detto i cittadini degli esiti degli ultimi dodici mesi. Di meno di cinque non si dice nulla: una voce non è una media.
satisfaction-category = Categoria
satisfaction-zone = Zona
satisfaction-month = Mese
satisfaction-no-zone = In nessuna zona
satisfaction-average = Voto, su 5
satisfaction-ratings = Voti
satisfaction-reopened = Riaperti, %
satisfaction-ends = Conclusi
satisfaction-too-few = troppo pochi
notice-edit = Cambia le parole
notice-words = Che cosa dice il messaggio
notice-usual-words = Usa le parole consuete
notice-cancelled-overtaken = Non inviato: le cose sono andate avanti
notice-cancelled-expired = Non inviato: il codice è scaduto
request-follows = Stesso problema di
request-follows-first = la prima segnalazione
request-followed = Seguita

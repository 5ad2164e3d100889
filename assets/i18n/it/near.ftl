## I problemi aperti come tutti li possono vedere: prima di inviare una segnalazione, e in una pagina propria.

citizen-report-address-public = Tutti possono vedere questo indirizzo.
citizen-near-title = È uno di questi?
citizen-near-lead = Questi problemi qui vicino sono già noti. Scelga il suo per seguirlo: riceve un codice proprio e gli stessi messaggi di chi lo ha segnalato per primo.
citizen-near-same = È questo: lo seguo anch'io
citizen-near-none = Nessuno di questi: invia la mia segnalazione
citizen-problem-since = dal { $date }
citizen-following = Altri hanno segnalato lo stesso problema: sarete avvisati insieme.

citizen-problems-link = Problemi noti
citizen-problems-title = Problemi noti
citizen-problems-lead = Ciò che è stato segnalato e non è ancora risolto. Non si mostra che cosa è stato scritto né da chi.
citizen-problems-none = Non ci sono problemi aperti
citizen-problems-map = Mappa dei problemi di questa pagina
citizen-problems-older = Problemi meno recenti
citizen-problems-first = Ai problemi più recenti
citizen-problems-followers =
    { $count ->
        [one] { $count } altra persona lo segue
       *[other] { $count } altre persone lo seguono
    }
request-followers =
    { $count ->
        [one] { $count } altra persona lo ha segnalato
       *[other] { $count } altre persone lo hanno segnalato
    }

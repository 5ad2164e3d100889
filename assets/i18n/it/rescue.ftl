## Rescue files at the office: what a phone could not send.

rescue-take-in = Ricevi un file di salvataggio
rescue-take-in-title = Ricevi un file di salvataggio
rescue-how = Un telefono senza rete salva in un file il lavoro non inviato (Ricevute, File di salvataggio). Qui entra come se il telefono l’avesse inviato. Lo stesso file un’altra volta non cambia nulla.
rescue-choose = Scegli il file
rescue-choose-hint = Il suo nome finisce in .kuitti
rescue-reading = Lettura del file …
rescue-typed = Codice di salvataggio
rescue-typed-hint = Solo se questo server non apre il file da sé, per esempio dopo un trasloco su un’altra macchina.
rescue-done = Da { $device } di { $worker }, scritto { $moment }
rescue-operations = { $new } registrazioni nuove, { $known } erano già qui
rescue-photos = { $new } foto nuove, { $known } erano già qui
rescue-to-review =
    { $count ->
        [one] Una di esse è in «Da decidere».
       *[other] { $count } di esse sono in «Da decidere».
    }
rescue-left-on-phone =
    { $count ->
        [one] Una foto non aveva posto nel file. È ancora sul telefono.
       *[other] { $count } foto non avevano posto nel file. Sono ancora sul telefono.
    }
rescue-code = Codice di salvataggio
rescue-code-title = Codice di salvataggio di { $device }
rescue-code-how = Questo server apre da sé i file di salvataggio del telefono. Annota il codice se il server può andare perduto: con esso li apre qualunque programma che legge file age.
problem-rescue-other = Questo non è un file di salvataggio. Il suo nome finisce in .kuitti.
problem-rescue-newer = Un’app più recente ha scritto questo file. Aggiorna il server, poi ricevilo.
problem-rescue-code = Il codice non apre questo file. Scrivi il codice annotato per questo telefono.
problem-rescue-code-typed = Un codice di salvataggio ha 20 lettere e cifre.
problem-rescue-damaged = Il file è danneggiato e non ne è stato ricevuto nulla. Copialo ancora dal telefono: lì c’è ancora tutto.
problem-rescue-foreign = Il telefono che ha scritto questo file non è registrato qui. Può essere di un altro comune; o questo server è tornato da una copia più vecchia: registra di nuovo il telefono e invierà da sé.
problem-rescue-too-large = Il file è più grande di qualunque file scritto da un telefono.

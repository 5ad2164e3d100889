## The phone itself: a rescue file, room, drawing on photos, updates, when the office is away.

rescue-title = File di salvataggio
rescue-hint = Niente rete da giorni, o il telefono sta per rompersi? Salva in un file tutto ciò che non è stato inviato e portalo in ufficio. Solo l’ufficio può aprirlo.
rescue-write = Salva il file di salvataggio
rescue-written-title = Il file è tra i tuoi download
rescue-written =
    { $operations ->
        [one] Una registrazione
       *[other] { $operations } registrazioni
    }, { $photos ->
        [one] una foto
       *[other] { $photos } foto
    }. Portalo in ufficio. Continua a lavorare: ciò che arriva due volte conta una volta.
rescue-left =
    { $count ->
        [one] Una foto non c’è: non aveva posto o è danneggiata. Resta su questo telefono.
       *[other] { $count } foto non ci sono: non avevano posto o sono danneggiate. Restano su questo telefono.
    }
phone-problem-nothing-to-rescue = Tutto è stato inviato: non c’è niente da salvare.
phone-problem-no-rescue-code = L’ufficio non ha ancora detto a questo telefono come chiudere un file. Collegati una volta a una rete: arriva da sé.

room-unsent = Foto non ancora inviate
room-sent = Copie di foto inviate
room-map = Mappa stradale
room-forget-title = Eliminare le copie?
room-forget-hint = L’ufficio ha queste foto. Dopo non si vedranno più su questo telefono. Ciò che non è stato inviato resta.
room-forget = Elimina le copie
room-photos = { $count } · { $size }
room-limit =
    { $days ->
        [one] L’ufficio lascia restare le copie un giorno
       *[other] L’ufficio lascia restare le copie { $days } giorni
    } e tutte le foto insieme occupare fino a { $size }. Ciò che non è stato inviato resta sempre.

app-update-unsent =
    { $count ->
        [one] Una cosa non è ancora stata inviata. Resta in ogni caso; la nuova versione può aspettare che arrivi in ufficio.
       *[other] { $count } cose non sono ancora state inviate. Restano in ogni caso; la nuova versione può aspettare che arrivino in ufficio.
    }
app-update-anyway = Usala subito lo stesso
away-title = L’ufficio non risponde da { $span }
away-way-out = Continua a lavorare: tutto resta su questo telefono. Se dura, salva un file di salvataggio in Ricevute e portalo in ufficio.
install-title = Installa l’app
install-why = Installata, si apre dalla schermata principale senza rete, e il browser conserva i suoi dati.
install-now = Installa
install-later = Non ora
install-by-menu = Apri il menu del browser e scegli «Installa app» o «Aggiungi a schermata Home».

mark-first = Prima disegnaci sopra o oscura i volti
mark-title = Disegna o oscura
mark-hint = Trascina un dito sull’immagine. Ciò che è nero sparisce prima dell’invio della foto, e l’originale non lascia mai il telefono.
mark-tool = Strumento
mark-black = Oscura
mark-line = Disegna
mark-box = Riquadro nero al centro
mark-undo = Annulla
mark-keys = Le frecce spostano l’ultimo riquadro nero, con Maiusc ne cambiano la grandezza.
mark-picture = La foto su cui disegnare
mark-save = Salva la foto
mark-not-shown = Questo browser non può mostrare l’immagine, quindi non ci si può disegnare. Salvala così com’è, o scattala in JPEG.

enrol-anew = Collega con un nuovo codice
enrol-connected = Questo telefono lavora per { $worker }. Con un nuovo codice della stessa persona si collega di nuovo. Con il codice di un’altra persona lo usano entrambe, ognuna con i propri ordini. Nulla di non inviato va perso.
workers-title = Chi lavora con questo telefono
workers-hint = Il telefono può essere condiviso. Ognuno ha i propri ordini e il proprio lavoro, e tutto viene inviato, chiunque sia sullo schermo.
workers-mark = Al lavoro ora: { $worker }
workers-shown = Sullo schermo
workers-all-sent = Tutto è in ufficio
workers-unsent =
    { $count ->
        [one] Una cosa è solo su questo telefono
       *[other] { $count } cose sono solo su questo telefono
    }
workers-revoked = l’ufficio non accetta più questo telefono per questa persona
workers-shut = Il lavoro di una persona che condivide questo telefono non si apre. Non è cancellato: chieda all’ufficio prima di svuotare il telefono.
workers-show = Passa
workers-switch = Passa a { $worker }
workers-add = Collega qualcuno o collega di nuovo
workers-remove = Togli { $worker } da questo telefono
workers-remove-title = Togliere { $worker } da questo telefono?
workers-remove-sure = L’ufficio ha tutto questo lavoro. Gli ordini e le copie delle foto lasciano il telefono; un nuovo codice riporta gli ordini.
workers-remove-now = Togli
note-speak = Detta
note-listening = In ascolto … premi per finire
take-back-note = Ritira questa nota
take-back-note-title = Ritirare questa nota?
take-back-photo = Ritira questa foto
take-back-photo-title = Ritirare questa foto?
take-back-sure = Scompare dall’ordine, qui e in ufficio. Resta agli atti che c’era.
take-back-now = Ritira

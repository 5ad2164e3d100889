## Il rapporto d’importazione: che cosa si dice di una riga, e di un file che non si può accettare.

import-verdict-taken = accettata
import-verdict-taken-with-warning = accettata con avviso
import-verdict-refused = rifiutata
import-verdict-known = già presente

import-finding-column-count = La riga ha più o meno colonne della prima: non è stata accettata
import-finding-no-number = La riga non ha un numero proprio: non è stata accettata
import-finding-no-category = La riga non indica la categoria: non è stata accettata
import-finding-no-place = La riga non ha né indirizzo né coordinate: non è stata accettata
import-finding-created-unreadable = La data di creazione non è leggibile: la riga non è stata accettata
import-finding-created-in-future = La data di creazione è nel futuro: la riga non è stata accettata
import-finding-no-coordinates = Senza coordinate: non è sulla mappa finché qualcuno non la colloca
import-finding-coordinates-unreadable = Le coordinate non indicano un luogo sulla Terra: conservato solo l’indirizzo
import-finding-closed-before-created = Chiusa prima di essere creata: data di chiusura tralasciata
import-finding-closed-unreadable = La data di chiusura non è leggibile: è stata tralasciata
import-finding-clock-change = L’ora cade nel cambio dell’ora: può essere sfasata di un’ora
import-finding-status-unknown = Stato sconosciuto: accettata come aperta
import-finding-shares-place = Un’altra riga ha lo stesso indirizzo e la stessa categoria: forse è lo stesso caso
import-finding-category-made = Questa categoria non esisteva: è stata creata solo per l’ufficio
import-finding-shortened = Un testo troppo lungo è stato tagliato
import-finding-reported-by-crew = Segnalata da una squadra
import-finding-cancelled-there = Annullata nell’altro sistema: accettata come non risolta
import-finding-referred-there = Passata ad altri nell’altro sistema: accettata come non risolta

import-problem-empty = Il file è vuoto. Nulla è cambiato.
import-problem-no-rows = Il file ha solo la prima riga. Nulla è cambiato.
import-problem-utf-16 = Il file è in UTF-16. Nulla è cambiato: lo salvi come CSV in UTF-8 e lo invii di nuovo.
import-problem-not-utf-8 = La riga { $line } non è in UTF-8; forse il file è in Latin-1 o Windows-1252. Nulla è cambiato: lo salvi come CSV in UTF-8 e lo invii di nuovo.
import-problem-delimiter = Le colonne sono separate da { $sign ->
        [semicolon] punti e virgola
        [tab] tabulazioni
       *[other] barre verticali
    }, mentre il formato prevede virgole. Nulla è cambiato.
import-problem-missing-columns = Mancano queste colonne: { $columns }. Nulla è cambiato: verifichi che il formato sia adatto al file.
import-problem-truncated = Il file si interrompe alla riga { $line }. Nulla è cambiato: lo esporti di nuovo e ne controlli la dimensione.
import-problem-too-large = Il file supera { $megabytes } MB. Nulla è cambiato: lo invii in più parti.
import-problem-unreadable = Il file non è leggibile. Nulla è cambiato.
import-problem-preset = Non esiste un formato di nome { $name }. Formati: { $known }.

import-report-line = riga
import-report-external = numero altrove
import-report-verdict = esito
import-report-codes = codici
import-report-reasons = motivi
import-report-number = numero qui

import-summary = { $rows } righe: { $taken } accettate, { $warned } accettate con avviso, { $refused } rifiutate, { $known } già presenti

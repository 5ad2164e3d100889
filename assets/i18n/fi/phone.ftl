## The phone itself: a rescue file, room, drawing on photos, updates, when the office is away.

rescue-title = Pelastustiedosto
rescue-hint = Ei verkkoa päiviin, tai onko puhelin hajoamassa? Tallenna kaikki lähettämätön tiedostoon ja vie se toimistoon. Vain toimisto voi avata sen.
rescue-write = Tallenna pelastustiedosto
rescue-written-title = Tiedosto on latauksissasi
rescue-written =
    { $operations ->
        [one] Yksi kirjaus
       *[other] { $operations } kirjausta
    }, { $photos ->
        [one] yksi kuva
       *[other] { $photos } kuvaa
    }. Vie se toimistoon. Jatka työtä: kahdesti saapunut lasketaan kerran.
rescue-left =
    { $count ->
        [one] Yksi kuva ei ole mukana: se ei mahtunut tai se on vioittunut. Se pysyy tässä puhelimessa.
       *[other] { $count } kuvaa ei ole mukana: ne eivät mahtuneet tai ne ovat vioittuneet. Ne pysyvät tässä puhelimessa.
    }
phone-problem-nothing-to-rescue = Kaikki on lähetetty: tallennettavaa ei ole.
phone-problem-no-rescue-code = Toimisto ei ole vielä kertonut tälle puhelimelle, miten tiedosto suljetaan. Yhdistä kerran verkkoon, niin se tulee itsestään.

room-unsent = Lähettämättömät kuvat
room-sent = Lähetettyjen kuvien kopiot
room-map = Katukartta
room-forget-title = Poistetaanko kopiot?
room-forget-hint = Nämä kuvat ovat toimistolla. Tämä puhelin ei enää näytä niitä sen jälkeen. Lähettämättömät jäävät.
room-forget = Poista kopiot
room-photos = { $count } · { $size }
room-limit =
    { $days ->
        [one] Toimisto antaa kopioiden olla yhden päivän
       *[other] Toimisto antaa kopioiden olla { $days } päivää
    } ja kaikkien kuvien viedä yhteensä enintään { $size }. Lähettämätön pysyy aina.

app-update-unsent =
    { $count ->
        [one] Yksi asia on vielä lähettämättä. Se säilyy joka tapauksessa; uusi versio voi odottaa, kunnes se on toimistossa.
       *[other] { $count } asiaa on vielä lähettämättä. Ne säilyvät joka tapauksessa; uusi versio voi odottaa, kunnes ne ovat toimistossa.
    }
app-update-anyway = Ota silti heti käyttöön
away-title = Toimisto ei ole vastannut: { $span }
away-way-out = Jatka työtä: kaikki säilyy tässä puhelimessa. Jos tilanne jatkuu, tallenna pelastustiedosto Kuiteissa ja vie se toimistoon.
install-title = Asenna sovellus
install-why = Asennettuna se aukeaa aloitusnäytöltä ilman verkkoa, ja selain säilyttää sen tiedot.
install-now = Asenna
install-later = Ei nyt
install-by-menu = Avaa selaimen valikko ja valitse ”Asenna sovellus” tai ”Lisää aloitusnäyttöön”.

mark-first = Piirrä siihen tai peitä kasvot ensin
mark-title = Piirrä tai peitä
mark-hint = Vedä sormella kuvan yli. Musta on poissa ennen kuin kuva lähetetään, eikä alkuperäinen koskaan lähde puhelimesta.
mark-tool = Työkalu
mark-black = Peitä
mark-line = Piirrä
mark-box = Musta laatikko keskelle
mark-undo = Peru
mark-keys = Nuolinäppäimet siirtävät viimeistä mustaa laatikkoa, Shiftin kanssa ne muuttavat sen kokoa.
mark-picture = Kuva, johon piirretään
mark-save = Tallenna kuva
mark-not-shown = Tämä selain ei voi näyttää kuvaa, joten siihen ei voi piirtää. Tallenna se sellaisenaan tai ota se JPEG-muodossa.

enrol-anew = Yhdistä uudella koodilla
enrol-connected = Tämä puhelin on käyttäjän { $worker }. Saman henkilön uudella koodilla se yhdistetään uudestaan. Toisen henkilön koodilla puhelinta käyttävät molemmat, kumpikin omin töineen. Lähettämätöntä ei katoa.
workers-title = Puhelimen käyttäjät
workers-hint = Puhelinta voi käyttää usea. Jokaisella on omat työnsä ja omat kirjauksensa, ja kaikki lähetetään riippumatta siitä, kuka on näkyvissä.
workers-mark = Nyt työssä: { $worker }
workers-shown = Näkyvissä
workers-all-sent = Kaikki on toimistossa
workers-unsent =
    { $count ->
        [one] Yksi asia on vain tässä puhelimessa
       *[other] { $count } asiaa on vain tässä puhelimessa
    }
workers-revoked = toimisto ei enää hyväksy tätä puhelinta hänelle
workers-shut = Yhden tätä puhelinta käyttävän työtä ei voi avata. Sitä ei ole poistettu: kysy toimistolta ennen kuin puhelin tyhjennetään.
workers-show = Vaihda
workers-switch = Vaihda käyttäjään { $worker }
workers-add = Yhdistä käyttäjä tai yhdistä uudelleen
workers-remove = Poista { $worker } tästä puhelimesta
workers-remove-title = Poistetaanko { $worker } tästä puhelimesta?
workers-remove-sure = Kaikki tämä työ on toimistossa. Työt ja kuvien kopiot poistuvat puhelimesta; uusi koodi tuo työt takaisin.
workers-remove-now = Poista
note-speak = Sanele
note-listening = Kuunnellaan … lopeta painamalla
take-back-note = Peru tämä muistiinpano
take-back-note-title = Perutaanko tämä muistiinpano?
take-back-photo = Peru tämä kuva
take-back-photo-title = Perutaanko tämä kuva?
take-back-sure = Se katoaa työltä sekä täältä että toimistosta. Tieto siitä jää talteen.
take-back-now = Peru

## The field app.

# Starting
app-elsewhere-title = Kuitti on auki toisessa välilehdessä tai ikkunassa
app-elsewhere-way-out = Jatka siellä tai sulje se: tämä jatkaa silloin itsestään.
app-stopped-title = Sovellus pysähtyi
app-stopped-way-out = Kaikki tallennetuksi merkitty on turvassa tässä puhelimessa. Käynnistä sovellus uudelleen.
app-stopped-why = Tuelle: { $why }
app-full-title = Puhelimen tallennustila on täynnä
app-full-way-out = Kuitti ei löytänyt tilaa työllesi. Poista puhelimesta jotain ja käynnistä sovellus uudelleen. Kaikki tallennetuksi merkitty on tallessa.
app-start-again = Käynnistä uudelleen
app-update-title = Uusi versio on valmiina
app-update-way-out = Mitään ei katoa: sovellus käynnistyy uudelleen sekunnissa.
app-update-now = Ota uusi versio käyttöön

# Enrolment
enrol-title = Liitä tämä puhelin
enrol-hint = Pyydä toimistolta liittämiskoodi. Verkkoa tarvitaan vain kerran, sen jälkeen sovellus toimii ilman.
enrol-scan = Lue QR-koodi puhelimen kameralla ja avaa linkki, tai kirjoita koodi tähän.
enrol-code = Liittämiskoodi
enrol-server = Toimiston osoite
enrol-connect = Liitä
enrol-install-title = iPhonessa: asenna ensin
enrol-install = Lisää tämä sivu Koti-valikkoon ja avaa se sieltä ennen liittämistä. Asennetulla sovelluksella on omat tietonsa.

# Places in the app
tab-today = Tänään
tab-map = Kartta
tab-receipts = Kuitit
tab-settings = Asetukset
tabs = Päävalikko

# What the office has
strip-on-phone =
    { $count ->
        [one] { $count } asia vain tässä puhelimessa
       *[other] { $count } asiaa vain tässä puhelimessa
    }
strip-sending =
    { $count ->
        [one] Lähetetään { $count } asia …
       *[other] Lähetetään { $count } asiaa …
    }
strip-held-for-wifi =
    { $count ->
        [one] { $count } kuva odottaa Wi-Fiä
       *[other] { $count } kuvaa odottaa Wi-Fiä
    }
strip-held-for-word =
    { $count ->
        [one] { $count } kuva odottaa, että lähetät sen
       *[other] { $count } kuvaa odottaa, että lähetät ne
    }
strip-asking = Kysytään toimistolta …
strip-all-sent = Toimistolla on kaikki
strip-never = Toimistolta ei ole vielä saatu mitään
strip-offline = ei verkkoa
strip-offline-as-of = ei verkkoa, tilanne klo { $clock }
strip-no-answer = ei vastausta
strip-no-answer-as-of = ei vastausta, tilanne klo { $clock }
strip-as-of = tilanne klo { $clock }

# Today
today-title = Tänään
today-summary =
    { $open ->
        [0] Ei tekemättömiä töitä
        [one] { $open } työ tekemättä
       *[other] { $open } työtä tekemättä
    }
today-finished = Tehdyt
today-no-longer-yours = Ei enää sinun
today-unheard-title = Työsi ovat matkalla
today-unheard-way-out = Ne tulevat tähän heti, kun toimisto on vastannut kerran.
today-empty-title = Sinulle ei ole annettu töitä
today-empty-way-out = Uudet työt tulevat tähän itsestään.
today-ask-again = Kysy nyt uudelleen
row-due = määräaika { $moment }
row-overdue = myöhässä, määräaika oli { $moment }
row-appointment = sovittu aika { $span }
row-appointment-over = sovittu aika oli { $span }
row-urgent = kiireellinen
row-on-phone = tässä puhelimessa
row-attention = lue vastaus

gone-reassigned = annettu toiselle
gone-done-by-other = toinen on tehnyt sen
gone-cancelled = toimisto on perunut sen
gone-aged = valmistunut jo aiemmin
gone-merged = yhdistetty toiseen saman asian työhön
gone-other = ei enää listallasi

# An order
order-number-is = Työ { $number }
order-not-here-title = Tätä työtä ei ole tässä puhelimessa
order-not-here-way-out = Se on ehkä annettu toiselle. Mitä sille teit, löytyy kuiteista.
order-steps = Eteneminen
order-due = Määräaika { $moment }
order-appointment = Sovittu aika { $span }
order-priority-urgent = kiireellinen
order-no-longer-yours = Työ ei ole enää listallasi: { $reason }. Tekemäsi jää kirjoihin.
order-way = Matka kohteeseen
order-direction = suunta { $direction }, linnuntietä
order-position-accuracy = sijainti ±{ $accuracy }, { $ago }
order-no-position = Puhelin ei tiedä, missä se on.
order-position-denied = Sovellus ei saa käyttää sijaintia. Salli se selaimen asetuksista tälle sivulle.
order-no-place = Toimistolla ei ole tälle työlle karttapistettä.
order-navigate = Avaa puhelimen navigoinnissa
order-description = Mitä tiedetään
order-contact = Soita: { $name }
order-contact-nameless = Soita: { $phone }
order-checklist = Tarkistuslista, { $done }/{ $count }
order-required = pakollinen
order-evidence = Kuvat, muistiinpanot, tarvikkeet, aika
order-nothing-yet = Ei vielä mitään.
order-missing-photo-before = Kuva ennen työtä puuttuu vielä.
order-missing-photo-after = Kuva työn jälkeen puuttuu vielä.
order-missing-items =
    { $count ->
        [one] Tarkistuslistalta puuttuu vielä { $count } kohta.
       *[other] Tarkistuslistalta puuttuu vielä { $count } kohtaa.
    }
order-other-steps = Muut vaiheet
order-undo-finish = Valmis. Voit perua tämän vielä { $left } ajan.
order-undo = Peru: { $what }
undo-together = Peru kaikki { $count }
order-reported-done-title = { $name } ilmoitti työn tehdyksi klo { $clock }
order-reported-done = Vahvista se tai jatka työtä: oma työsi jää joka tapauksessa kirjoihin.
order-colleague = Työtoveri
order-conflict = Kaksi vastausta poikkeaa toisistaan. Molemmat säilyvät, toimisto päättää.
order-conflict-line = ”{ $item }”: vastaus on { $stands }; tallessa on myös { $other }. Toimisto päättää.

# Moves
move-accept = Otan työn
move-decline = En voi ottaa
move-hand-back = Anna takaisin
move-en-route = Lähden matkaan
move-start = Aloita
move-pause = Tauko
move-resume = Jatka
move-finish = Valmis
move-confirm = Vahvista tehdyksi

# Why
reason-decline-title = Miksi et voi ottaa työtä?
reason-hand-back-title = Miksi annat työn takaisin?
reason-pause-title = Miksi tauko?
reason-decline-1 = Ei ajoneuvoa
reason-decline-2 = Väärä osaaminen
reason-decline-3 = Ei ehdi tänään
reason-hand-back-1 = Työvuoro päättyi
reason-hand-back-2 = Tarvitaan toinen ryhmä
reason-hand-back-3 = Välineitä puuttuu
reason-pause-1 = Tauko
reason-pause-2 = Odotan tarvikkeita
reason-pause-3 = Sää
reason-label = Syy

# Adding
add-photo = Kuva
add-note = Muistiinpano
add-time = Aika
add-material = Tarvike
photo-title = Mitä kuva esittää?
photo-before = Paikka ennen työtä
photo-after = Paikka työn jälkeen
photo-other = Jotain muuta
photo-gallery = Valitse galleriasta: { $role }
photo-saving =
    { $count ->
        [one] Tallennetaan { $count } kuva …
       *[other] Tallennetaan { $count } kuvaa …
    }
photo-at-office = toimistolla
photo-unopened = Kuvaa ei voitu avata tässä. Se säilytetään sellaisenaan ja lähetetään toimistolle; siinä voi olla tieto kuvauspaikasta. Asukkaat eivät näe sitä.
photo-file = Ei voitu avata tässä, { $size }
photo-caption = { $role }, klo { $clock }
note-title = Muistiinpano
note-label = Mitä toimiston pitäisi tietää?
time-title = Käytetty aika
time-kind = Laji
time-minutes = Minuutit
time-is = { $kind }: { $minutes } min
material-title = Käytetyt tarvikkeet
material-article = Tarvike
material-quantity = Määrä ({ $unit })
material-is = { $quantity } { $unit } { $article }
material-none = Toimisto ei ole vielä lähettänyt tarvikeluetteloa. Kirjoita muistiinpano.
number-wrong = Kirjoita luku, esimerkiksi 1,5
saved-on-phone = Tallennettu tähän puhelimeen

# Finishing
finish-title = Miten työ päättyi?
finish-done = Tehty
finish-done-hint = Vika on poissa
finish-follow-up = Tehty, työtä jäi
finish-follow-up-hint = Toimisto tekee jatkotyön
finish-not-done = Ei tehty
finish-not-done-hint = Ei löytynyt, ei pääsyä, vaarallista …
finish-what-is-left = Mitä jäi tekemättä?
finish-why-not = Miksi työtä ei tehty?
finish-duplicate-number = Toisen työn numero
finish-extent = Kuinka suuri osa?
finish-extent-whole = Koko työ
finish-extent-part = Minun osuuteni, muut jatkavat
finish-evidence-good = Kaikki, mitä toimisto pyytää, on tässä.
finish-save-done = Tallenna tehtynä
finish-save-follow-up = Tallenna, työtä jäi
finish-save-not-done = Tallenna: ei tehty
finish-save-anyway = Tallenna ilman sitä
finish-undo-hint = Voit perua tämän { $window } ajan.
finish-required = Täytä tämä ensin.

# Receipts
receipts-title = Kuitit
receipts-empty-title = Ei vielä kuitteja
receipts-empty-way-out = Kaikesta, mitä teet, tulee kuitti: täältä näet, mitä toimistolla on.
tally-on-phone = tässä puhelimessa
tally-arrived = perillä
tally-applied = kirjattu
tally-attention = luettavaa
receipt-state-on-phone = Tallennettu tähän puhelimeen
receipt-state-arrived = Toimistolla on se
receipt-state-applied = Kirjattu
receipt-photo-waiting = { $size }, vielä tässä puhelimessa
receipt-photo-sending = { $sent } / { $size } lähetetty
receipts-reports = Ilmoittamasi uudet viat
receipts-send-now = Lähetä nyt
receipts-held-for-wifi = Kuvasi odottavat Wi-Fiä. Merkintäsi lähtevät heti.
receipts-held-for-word = Tämä puhelin ei kerro, onko se Wi-Fissä: kuvasi odottavat, kunnes lähetät ne. Merkintäsi lähtevät heti.
receipts-send-held-for-wifi = Lähetä mobiilidatalla
receipts-send-held-for-word = Lähetä kuvat nyt

operation-accept = Otettu
operation-decline = Ei otettu
operation-hand-back = Annettu takaisin
operation-en-route = Matkalla
operation-start = Aloitettu
operation-pause = Tauolla
operation-resume = Jatkettu
operation-check = Tarkistuslistan vastaus
operation-measure = Mitattu
operation-note = Muistiinpano
operation-photo = Kuva ilmoitettu
operation-material = Tarvike
operation-time = Aika
operation-suggest = Ehdotus
operation-finish = Valmis
operation-confirm = Vahvistettu
operation-undo = Peruttu
operation-report = Uusi vika ilmoitettu
operation-hide = Kuva tai muistiinpano peruttu
operation-unknown = Tehty uudemmalla versiolla
photo-role-before-bytes = Kuva, ennen
photo-role-after-bytes = Kuva, jälkeen
photo-role-other-bytes = Kuva

# Settings
settings-title = Asetukset
settings-phone = Tämä puhelin
settings-theme = Ulkoasu
theme-system = Kuten puhelimessa
theme-light = Vaalea
theme-dark = Tumma
settings-large-over = Kuvat ja kartta
large-over-any = kaikissa verkoissa
large-over-wifi = vain Wi-Fissä
large-over-hint = Jos puhelin ei kerro, missä verkossa se on, kuvat odottavat, kunnes lähetät ne, eikä uutta karttaa haeta.
settings-storage = Tallennustila
settings-storage-kept = Tiedot säilyvät, kunnes joku poistaa ne
settings-storage-at-risk = Selain voi poistaa tiedot, jos tila loppuu
settings-storage-use = { $used } / { $granted }
settings-storage-safe = turvassa
settings-storage-not-safe = vaarassa
settings-storage-way-out = Asenna sovellus Koti-näyttöön: silloin selain säilyttää sen tiedot. Lähetä työsi ennen kuin tyhjennät selaimen tietoja.
settings-offline = Käynnistyy ilman verkkoa
settings-offline-yes = kyllä
settings-offline-no = ei: sivulla ei ole luotettua varmennetta
settings-last-sync = Toimistosta kuultu viimeksi
settings-never = ei koskaan
settings-town = Toimisto
settings-call-office = Soita toimistoon
settings-make-room = Poista kopiot, jotka toimistolla on
settings-sync-now = Kysy toimistolta nyt
settings-version = Versio { $version }
clock-ahead-title = Puhelimen kello edistää { $off }
clock-behind-title = Puhelimen kello jätättää { $off }
clock-off = Työsi kirjataan silti oikealla ajalla.

standing-drain-only = Puhelin lähettää, mitä sillä on; uusia töitä ei enää tule.
standing-revoked = Toimisto ei enää hyväksy tätä puhelinta. Työsi säilyy tässä; kysy toimistolta.

# What is wrong, and what happens next
not-saved = Ei tallennettu
phone-problem-not-enrolled = Puhelinta ei ole vielä liitetty toimistoon.
phone-problem-server-address = Tämä ei ole toimiston osoite. Se on muotoa https://kuitti.kunta.example
phone-problem-enrolment-unknown = Toimisto ei tunne tätä koodia. Tarkista se kirjain kirjaimelta.
phone-problem-enrolment-used = Koodi on jo käytetty. Pyydä toimistolta uusi.
phone-problem-enrolment-expired = Koodi on vanhentunut. Pyydä toimistolta uusi.
phone-problem-other-workers-work = Puhelimessa on vielä lähettämätöntä työtä: { $worker }. Yhdistä verkkoon, jotta se lähtee ensin.
phone-problem-unreachable = Toimisto ei vastaa. Yritetään itsestään uudelleen.
phone-problem-server-busy = Toimisto on ruuhkautunut. Yritetään itsestään uudelleen.
phone-problem-server-failed = Toimistossa on häiriö. Yritetään itsestään uudelleen.
phone-problem-revoked = Toimisto ei enää hyväksy tätä puhelinta. Voit jatkaa työtä; pyydä toimistoa liittämään puhelin uudelleen.
phone-problem-upgrade-needed = Sovellus on liian vanha uusien töiden lukemiseen. Käynnistä se uudelleen verkossa. Työsi lähtee silti.
phone-problem-photo-empty = Tiedosto on tyhjä tai sitä ei voi lukea. Ota kuva uudelleen.
phone-problem-photo-file-too-large = Tiedosto on liian suuri lähetettäväksi. Ota kuva pienemmässä koossa.
phone-problem-photo-not-drawn = Kuvaa ei voitu avata tässä, joten piirtämääsi ei voi lisätä siihen. Kuvaa ei säilytetty eikä lähetetty. Ota se uudelleen tai valitse se uudelleen piirtämättä.
phone-problem-order-unknown = Tätä työtä ei ole tässä puhelimessa.
phone-problem-photo-not-here = Kuva ei ole enää tässä puhelimessa. Se on toimistolla.
phone-problem-text-too-long = Teksti on liian pitkä. Tee siitä kaksi muistiinpanoa.
phone-problem-not-possible = Tämä ei onnistunut. Yritä uudelleen; jos se ei auta, käynnistä sovellus uudelleen.
phone-problem-storage-full = Puhelimen tila on lopussa: tätä ei tallennettu. Poista jotain puhelimesta, tai lähetä työsi ja poista kopiot asetuksista.
phone-problem-storage-failed = Puhelimen tallennus epäonnistui: tätä ei tallennettu. Käynnistä sovellus uudelleen.
finish-duplicate = sama kuin toinen työ

# The street map
map-title = Kartta
map-none = Tässä puhelimessa ei ole vielä katukarttaa. Se tulee itsestään, kun verkko on saatavilla.
map-coming = Katukartta on tulossa: { $arrived } / { $size }
map-you = Olet tässä

# The way as one arrow
compass = Kompassi
compass-turns = Nuoli kääntyy puhelimen mukana.
compass-from-north = Tämä puhelin ei kerro suuntaa: nuoli osoittaa kuten kartalla, pohjoinen on ylhäällä.
compass-ask = Käytä puhelimen kompassia
compass-north = P

# Where the worker is
place-title = Missä olen
place-phone = Sijainti tulee tästä puhelimesta.
place-hint = Merkitse paikka neulalla, kun puhelin ei saa sijaintia. Tallennettu reitti on harjoittelua varten. Molemmat ovat voimassa, kunnes sovellus suljetaan; kumpaakaan ei lähetetä toimistolle sijaintinasi.
place-use-phone = Käytä puhelimen sijaintia
place-pin-map = Merkitse paikka kartalle
place-pin-press = Paina kartalla kohtaa, jossa olet.
place-pin-order = Olen työkohteessa
place-choose = Valitse paikka
place-here = Olen tässä
place-track = Toista tallennettu reitti (GPX)
place-mark-pin = Sijainti on merkitty neulalla, ei puhelimesta
place-mark-track = Sijainti tulee tallennetusta reitistä, ei puhelimesta
phone-problem-no-track = Tiedosto ei ole tallennettu reitti tai se on vioittunut. Valitse GPX-tiedosto.
phone-problem-track-without-time = Reitistä puuttuvat kellonajat. Tallenna se aikojen kanssa ja valitse uudelleen.

## Toimiston näkymät: kehys, ilmoitukset, työmääräykset.

nav = Päävalikko
nav-requests = Ilmoitukset
nav-orders = Työt
nav-attention = Ratkaistavat
nav-call = Uusi puhelu
nav-notices = Viestit
nav-people = Ryhmät
nav-import = Tuonti
nav-categories = Aiheet
no-screen = Tässä osoitteessa ei ole näkymää
live-connecting = yhdistetään …
live-up = ajan tasalla
live-lost = ei ajan tasalla: palvelimeen yritetään saada yhteys
shortcuts = Näppäimet
commands = Toiminnot
nobody = ei kukaan
by-itself = automaattisesti
times =
    { $count ->
        [one] kerran
       *[other] { $count } kertaa
    }

log-in = Kirjaudu
log-in-title = Kirjaudu toimistoon
log-in-again = Kirjaudu uudelleen jatkaaksesi
log-in-name = Nimi
log-in-password = Salasana

key-help = Näytä nämä näppäimet
key-next = Seuraava
key-previous = Edellinen
key-next-column = Seuraava sarake
key-previous-column = Edellinen sarake
key-select = Valitse
key-select-all = Valitse kaikki
key-clear = Poista valinnat
key-open = Avaa
key-search = Hae
key-make-orders = Tee työmääräykset
key-assign = Anna työksi

problem-unreachable = Palvelimeen ei saada yhteyttä. Näkymän tiedot ovat niin vanhoja kuin siinä lukee; mitään kirjoittamaasi ei ole kadonnut.
problem-logged-out = Et ole enää kirjautuneena. Kirjaudu uudelleen jatkaaksesi.
problem-unreadable = Palvelimen vastausta ei voi lukea. Lataa sivu uudelleen; jos se ei auta, kerro pääkäyttäjälle.
problem-wrong-login = Nimi tai salasana ei täsmää. Yritä uudelleen tai pyydä pääkäyttäjältä uusi salasana.
problem-forbidden = Roolisi ei salli tätä.
problem-not-allowed = Roolisi ei salli tätä.
problem-too-many-requests = Liian monta yritystä. Odota hetki ja yritä uudelleen.
problem-changed-meanwhile = Työmääräys on muuttunut sillä välin. Katso, mikä tilanne on nyt, ja päätä uudelleen.
problem-order-is-over = Työmääräys on suljettu tai peruttu: avaa se ensin uudelleen.
problem-nothing-to-reopen = Vain valmiin, suljetun tai perutun työmääräyksen voi avata uudelleen.
problem-order-merged = Työmääräys on yhdistetty toiseen: tee päätös siitä.
problem-merge-into-itself = Työmääräystä ei voi yhdistää itseensä: valitse toinen.
problem-awaits-confirmation = Joku on ilmoittanut työn valmiiksi: päätä ensin siitä.
problem-not-part-of-order = Asia on jo ratkaistu tai kuuluu toiseen työmääräykseen.
problem-order-unknown = Tällaista työmääräystä ei ole.
problem-request-unknown = Tällaista ilmoitusta ei ole.
problem-worker-unknown = Tällaista työntekijää ei ole.
problem-device-unknown = Tällaista laitetta ei ole.
problem-assignee-unknown = Tämä ryhmä tai työntekijä ei ole enää luettelossa.
problem-already-planned = Yhdellä ilmoituksista on jo työmääräys: jätä se pois valinnasta.
problem-nothing-selected = Mitään ei ole valittu.
problem-too-many-selected = Valittuja on liikaa: valitse vähemmän.
problem-title-length = Otsikko on liian pitkä: enintään 120 merkkiä.
problem-disk-full = Palvelimen levy on täynnä. Sinulta ei ole kadonnut mitään; kerro toimistolle.
problem-not-stored = Tallennus ei onnistunut eikä mitään muutettu. Yritä uudelleen.
problem-fields-invalid = Jotakin puuttuu tai on väärin: katso kenttiä.

filter-stage = Näytä
filter-text = Teksti, osoite tai numero
filter-all-categories = Kaikki aiheet
filter-everybody = Kaikki ryhmät ja työntekijät
stages-waiting = Käsiteltävät
stages-under-way = Työn alla
stages-over = Päättyneet
stages-all = Kaikki
rows-of = { $shown } / { $total }
rows-more = Näytä lisää
selected = { $count } valittu

requests-none = Mikään ilmoitus ei täsmää
requests-none-way = Vaihda rajausta tai tyhjennä haku. Uudet ilmoitukset ilmestyvät tähän itsestään.
map-requests = Ilmoitukset kartalla
request-report = Mitä ilmoitettiin
request-came = Tullut: { $channel }, { $moment }
request-open = Avaa ilmoitus
photo-of-citizen = Ilmoittajan kuva
photo-file-unopened = Ei voitu avata kuvana
photo-fetch = Hae tiedosto
near-and-alike = Lähellä, samasta aiheesta
caller = Ilmoittaja
told-by = Kerrotaan
told-nothing = ei kerrota
external-number = Numero muualla

make-orders = Tee työmääräys
order-title = Mitä tehdään
order-title-hint = Jos jätät tyhjäksi, otsikoksi tulee aiheen nimi.
grouping = Montako työmääräystä
grouping-one-for-all = Yksi työmääräys kaikille { $count } ilmoitukselle
grouping-one-for-all-hint = Ilmoitukset koskevat samaa asiaa. Kullekin ilmoittajalle kerrotaan kerran.
grouping-one-each = Jokaiselle oma työmääräys
grouping-one-each-hint = { $count } työmääräystä.
assign-to = Kenelle
assign-by-rule = aiheen säännön mukaan
assign-by-rule-hint = Jos aiheelle on niin päätetty, sääntö antaa työn vuorossa olevalle ryhmälle, jolla on alue ja taito.
order-made-for = Annettu työksi: { $assignee }. { $reason }
order-made-for-nobody = Tehty, mutta kenelläkään ei vielä ole sitä. { $reason }

routing-on-shift-in = { $crew } on vuorossa alueella { $zone } ja osaa työn; sopivia ryhmiä on { $candidates }, ja sillä on vähiten avoimia töitä ({ $load }).
routing-on-shift = { $crew } on vuorossa koko kaupungissa ja osaa työn; sopivia ryhmiä on { $candidates }, ja sillä on vähiten avoimia töitä ({ $load }).
routing-by-hand = Annetaan käsin.
routing-outside-zones = Paikka ei ole millään alueella, eikä mikään ryhmä palvele koko kaupunkia.
routing-nobody = Kukaan työn osaava ei ole nyt vuorossa.
routing-nobody-in = Kukaan työn osaava ei ole nyt vuorossa alueella { $zone }.

orders-current = Nykyiset
column-nobody = Ei kenelläkään
order-review = ratkaistava
due-at = määräaika { $moment }
overdue-since = myöhässä, määräaika { $moment }
photos-on-phone =
    { $count ->
        [one] { $count } kuva on vielä puhelimessa
       *[other] { $count } kuvaa on vielä puhelimessa
    }
crews = Ryhmät
workers = Työntekijät
on-shift-until = vuorossa { $clock } asti
off-shift = ei vuorossa
assign = Anna työksi
assign-count =
    { $count ->
        [one] Anna työmääräys työksi
       *[other] Anna { $count } työmääräystä työksi
    }
assign-hint = Aloitettu työ pysyy tallessa.
orders-assigned =
    { $count ->
        [one] Annettu työksi: { $assignee }.
       *[other] { $count } työmääräystä annettu työksi: { $assignee }.
    }
orders-refused = { $changed } annettu, { $refused } ei: { $reasons }

assigned-to = Tekijä
proof = Todiste
proof-photo-before = kuva ennen
proof-photo-after = kuva jälkeen
order-edit = Muuta
appointment = Sovittu aika
appointment-hint = Milloin joku on paikalla. Kentällä tämä menee määräajan edelle, ja reitti suunnitellaan sen mukaan. Ilman päivää mitään ei ole sovittu. Alkamista aiempi päättymisaika on seuraavana päivänä.
appointment-day = Päivä
appointment-from = Alkaa
appointment-until = Päättyy
appointment-impossible = Sovittuun aikaan tarvitaan alkamis- ja päättymisaika, jotka eroavat toisistaan.
order-close = Sulje
order-reopen = Avaa uudelleen
order-cancel = Peru työ
order-cancel-body = Työ näkyy puhelimissa peruttuna. Sillä välin tehty työ pysyy tallessa, ja siitä kerrotaan sinulle.
order-merge = Sama asia kuin …
order-merge-body = Jokainen, joka ilmoitti jommastakummasta, saa yhden viestin jäljelle jäävästä työstä. Kuvat, muistiinpanot ja vastaukset siirtyvät siihen; tämä poistuu puhelimista, ja myöhässä tuleva menee toiseen.
order-merge-number = Jäljelle jäävän työmääräyksen numero
order-merge-near = Lähellä avoinna, sama aihe
order-merge-none = Lähellä ei ole avointa työtä samasta aiheesta. Anna toisen työmääräyksen numero.
order-merge-unknown = Tällä numerolla ei ole avointa työmääräystä.
order-merge-do = Yhdistä
order-merged-into = Tämä on nyt osa toista työmääräystä
order-merged-into-body = Se koski samaa asiaa. Kaikki tehty ja kaikki vielä saapuva on työmääräyksellä { $number }.
checklist-count = Tarkistuslista, { $done }/{ $count }
time-and-material = Aika ja tarvikkeet
suggestion = Ehdotus: { $value }

visits-none = Kukaan ei ole vielä käynyt
visit-state = Tila
visit-since = Alkaen
visit-not-heard = Työ on puhelimessa; ei vielä kuulumisia
device-heard = Puhelin
extent-part = oma osuus
standing-unconfirmed = vahvistamatta
standing-recorded = vain tiedoksi
pending-reports =
    { $reports ->
        [one] { $reports } kirjaus
       *[other] { $reports } kirjausta
    }
pending-photos =
    { $photos ->
        [one] { $photos } kuva
       *[other] { $photos } kuvaa
    }
pending-both =
    { $reports ->
        [one] { $reports } kirjaus
       *[other] { $reports } kirjausta
    } ja { $photos ->
        [one] { $photos } kuva
       *[other] { $photos } kuvaa
    }
device-pending = { $pending } vielä puhelimessa, tilanne { $clock }
device-sent-all = kaikki lähetetty, tilanne { $clock }
device-never = ei vielä kuulumisia

review-completion = { $worker } ilmoittaa työn valmiiksi: { $moment }
review-completion-body = Tulos: { $outcome }. Joku muu on vielä työssä, tai työ on nyt toisella. Ilmoittajalle kerrotaan vasta, kun sinä tai he vahvistatte.
review-confirm = Työ on valmis
review-reject = Ei ole valmis
review-settle = Katsottu
review-stands = voimassa
review-keep = Pidä tämä
review-take = Ota tämä
review-by = { $worker }, { $moment }
review-checklist = Kaksi vastausta kohtaan ”{ $item }”
review-outcome = Kaksi ilmoitusta ei täsmää
review-undo = Kumottu liian myöhään

story = Mitä on tapahtunut
story-on-phone = Vielä puhelimessa: { $worker }
arrived-at-once = tuli heti
arrived-late = puhelimessa, tuli { $moment }
clock-quality = Kuinka luotettava aika on
clock-exact = tarkka kello
clock-wall = puhelimen kello
clock-estimated = arvio
audit-order-made = Työmääräys tehty
audit-order-assigned = Annettu työksi
audit-order-closed = Suljettu
audit-order-cancelled = Peruttu
audit-order-reopened = Avattu uudelleen
audit-order-edited = Muutettu
audit-order-confirmed = Valmistuminen vahvistettu
audit-order-rejected = Valmistuminen hylätty
audit-order-merged = Yhdistetty toiseen työmääräykseen
audit-order-absorbed = Toinen työmääräys yhdistettiin tähän
audit-order-taken = Toinen vastaus otettu voimaan
audit-order-settled = Ristiriita ratkaistu

attention-none = Mikään ei odota sinua
attention-none-way = Tähän ilmestyy se, mitä säännöt eivät ratkaise yksin: kaksi vastausta samaan kohtaan, kuvat jotka eivät tule, työ jolle ei löydy paikkaa.
attention-conflicts = Kaksi vastausta samaan asiaan
attention-tasks = Katsottavat
attention-operations = Odottava työ
attention-operations-about = Se tuli puhelimesta ja on tallessa juuri sellaisena kuin se lähetettiin. Mitään ei ole kadonnut.
attention-as-sent = Sellaisena kuin se lähetettiin
outcome-held = odottaa
outcome-quarantined = erillään
task-completion-unconfirmed = Valmistumisilmoitus on odottanut tunnin työkaverin vahvistusta.
task-photo-missing = Ilmoitettu kuva ei ole tullut vuorokauteen.

## Toimiston näkymät: puhelut, tuonti, viestit, ryhmät, aiheet.

call-phone = Puhelinnumero
call-category = Mistä on kyse?
call-category-placeholder = Muutama kirjain riittää
call-place = Missä?
call-place-hint = Katu ja numero, tai paina kartalta
call-detail = Miten paikan löytää
call-description = Mitä soittaja kertoo?
call-name = Nimi
call-email = Sähköposti
call-tell = Soittajalle kerrotaan
call-save = Kirjaa ilmoitus
call-next = Seuraava puhelu
call-recorded = Kirjattu
call-read-aloud = Lue tämä koodi soittajalle:
call-took = Kesti
call-map = Vian paikka
call-keys-next = seuraava kenttä
call-keys-save = kirjaa
caller-new = { $phone } ei ole soittanut ennen
caller-known =
    { $count ->
        [one] { $name } on ilmoittanut kerran aiemmin
       *[other] { $name } on ilmoittanut { $count } kertaa aiemmin
    }
caller-earlier = Aiemmin tästä numerosta
near-and-alike-call = Joku on ehkä jo ilmoittanut samasta. Kirjaa silti: jokainen soittaja saa koodin ja vastauksen.
spell-a = A Aarne
spell-b = B Bertta
spell-c = C Celsius
spell-d = D Daavid
spell-e = E Eemeli
spell-f = F Faarao
spell-g = G Gideon
spell-h = H Heikki
spell-j = J Jussi
spell-k = K Kalle
spell-m = M Matti
spell-n = N Niilo
spell-p = P Paavo
spell-q = Q Kuu
spell-r = R Risto
spell-s = S Sakari
spell-t = T Tyyne
spell-v = V Vihtori
spell-w = W Wiski
spell-x = X Äksä
spell-y = Y Yrjö
spell-z = Z Tseta

import-none = Mitään ei ole vielä tuotu
import-none-way = Valitse tiedosto: jokaisesta rivistä kerrotaan, mitä sille tapahtui, eikä mikään tule kahdesti.
import-preset = Tiedoston laji
import-choose = Valitse tiedosto
import-choose-hint = CSV, UTF-8. Sama tiedosto uudelleen ei lisää mitään.
import-reading = Luetaan tiedostoa …
import-earlier = Aiemmat tuonnit
import-rows = riviä luettu
import-report = Raportti CSV-tiedostona
import-line = Rivi
import-verdict-name = Tulos
import-reasons = Miksi
import-categories =
    { $count ->
        [one] { $count } aihe lisättiin toimiston käyttöön.
       *[other] { $count } aihetta lisättiin toimiston käyttöön.
    }

notices-waiting = Odottavat
notices-sent = Lähetetyt
notices-needs-person = Ratkaistavat
notices-cancelled = Lähettämättä jääneet
notices-none = Täällä ei ole viestejä
notice-state = Tila
notice-to = Kenelle
notice-stage = Aihe
notice-since = Alkaen
notice-hold = Pidätä
notice-release = Vapauta
notice-send-again = Lähetä uudelleen
notice-leave = Anna olla
notice-leaving = lähdössä
notice-waits-undo = voidaan kumota, { $moment } asti
notice-waits-proof =
    { $missing ->
        [one] odottaa { $missing } kuvaa
       *[other] odottaa { $missing } kuvaa
    }
notice-waits-conflict = odottaa ratkaisua
notice-waits-confirmation = odottaa vahvistusta
notice-waits-quiet-hours = yörauha, { $moment } asti
notice-waits-office = toimisto pidättää
notice-waits-caller = joku soittaa: katso Soitettavat
notice-waits-retry = yritetään uudelleen { $moment }
notice-sent = lähetetty
notice-delivered = perillä
notice-failed = hylätty: { $reason }
notice-uncertain = ehkä lähetetty: varmuutta ei ole
notice-cancelled = ei lähetetä

enrol = Uusi laite
enrol-device-title = Laite työntekijälle { $worker }
enrol-how = Lue puhelimen kameralla tai avaa kenttäsovellus ja kirjoita:
enrol-qr = Liittämiskoodi luettavana kuvana
enrol-until = yhdelle laitteelle, { $clock } asti
workers-without-crew = Ilman ryhmää
devices = Laitteet
device-none = ei vielä laitetta
device-revoked = lukittu
device-clock = kello { $off } väärässä
device-revoke = Lukitse
device-drain = Palauttaa ensin työt
device-drain-body = Kun joku lähtee, anna laitteen palauttaa ensin työt: se ei saa enää mitään uutta, lähettää sen, mitä siinä vielä on, ja lukittuu kolmen päivän päästä.
device-draining = palauttaa työt, lukittuu sitten
device-revoke-title = Lukitaanko { $device }?
device-revoke-body = Laite ei saa toimistosta enää mitään. Sen vielä lähettämä pysyy tallessa ja näytetään sinulle, mutta ei muuta mitään itsestään. Lukitusta ei voi perua: löytynyt laite liitetään uudelleen.

category-assigns-itself = Annetaan automaattisesti
category-assigns-itself-hint = Uudet työt menevät vuorossa olevalle ryhmälle, jolla on alue ja taito.
category-publishes = Julkaise työn jälkeen otettu kuva
category-publishes-hint = Ilmoittajat näkevät sen seurantasivullaan.
category-proof = Todiste ennen viestiä
category-proof-hint = Ilmoittajalle ei kerrota ennen kuin valmiin työn kuvat ovat perillä.
category-by-itself = automaattinen
category-no-skill = mikä tahansa ryhmä
category-facts = taito: { $skill } · varoitus { $warning } kuluttua · myöhässä { $breach } kuluttua
category-saved = Tallennettu. Koskee tästä eteenpäin tehtäviä töitä.
required = pakollinen

caller-data = Kaikki tämän henkilön tiedot (tiedosto)
audit-request-data-handed-out = Henkilön tiedot luovutettu
problem-nobody-known = Ei tiedetä, kuka tämän ilmoitti: yhteystietoja ei annettu, tai ne on poistettu.

## At work in the field: the list of the day, forms, reports; and the office’s editor of forms.

row-new = uusi
row-changed = toimisto muutti
find-label = Hae: katu, numero, sana
find-all = Kaikki
find-pressing = Kiireelliset
find-news = Uudet ja muuttuneet
find-on-phone = Tässä puhelimessa
find-kind = Vian laji
find-every-kind = Kaikki lajit
find-none = Näytä taas kaikki
stop-title = { $place }: { $count } työtä
stop-finish = Merkitse kaikki täällä valmiiksi
stop-finish-title =
    { $count ->
        [one] Yksi työ valmiiksi
       *[other] { $count } työtä valmiiksi
    }
stop-on-its-own = ”{ $title }” vaatii muutakin kuin kuvan: avaa se ja merkitse se siellä valmiiksi.
stop-finish-photo = Ota yksi kuva ja tallenna kaikki valmiiksi
stop-finish-save = Tallenna kaikki valmiiksi
today-pool =
    { $count ->
        [one] Yksi työ otettavissa
       *[other] { $count } työtä otettavissa
    }
today-take = Otan tämän
today-take-online = Työn voi ottaa vain verkossa: muuten kaksi ryhmää lähtisi samaan paikkaan.
today-taken = Työtoverit ottivat
report-link = Ilmoita
report-title = Jotain muutakin on rikki
report-category = Mitä se on?
report-choose = Valitse …
report-description = Mikä on vialla?
report-address = Missä se on?
report-place-known = Puhelimen sijainti lähtee mukana; sanat auttavat muita löytämään.
report-place-unknown = Puhelin ei tiedä sijaintiaan: kirjoita katu ja numero.
report-photo = Ota siitä kuva
report-photo-taken = Kuva otettu; ota toinen tilalle
report-save = Tallenna ilmoitus
number-unexpected = Odotettu: { $expected }. Se on tallennettu; mittaa uudelleen, jos voit.
barcode-scan = Lue tarra kameralla
barcode-unread = Kuvasta ei löytynyt koodia. Kirjoita se.
answer-signed = allekirjoitettu
answer-unexpected = ei odotettu
signature-sign = Allekirjoita
signature-again = Allekirjoita uudelleen
signature-hint = Allekirjoita tähän sormella
signature-clear = Aloita alusta
could-not-title = Miksi sitä ei saatu?
could-not-1 = Liian pimeää
could-not-2 = Kamera ei toimi
could-not-3 = Ei pääse luo
could-not-4 = Ihmisiä kuvassa
could-not-is = Puuttuu, { $what }: { $reason }
exemptions = Ei saatu
material-cost = Hinta
material-cost-hint = Luettelon mukaan { $cost }
time-from-timer = Ajastimen mukaan: { $time }
order-team = Myös tässä työssä
timer-runs = Työaika
timer-paused = Tauolla
timer-ended = Työtä tehty
operation-could-not = Kertoi, miksi jotain puuttuu
category-office-hours = Määräaika lasketaan virka-ajassa
category-office-hours-hint = Yöt, viikonloput ja pyhät eivät kuluta määräaikaa. Olemassa olevat työt pitävät aikansa.
category-workers-take = Työntekijät ottavat itse
category-workers-take-hint = Ryhmän työ on sen poolissa, kunnes joku ottaa sen.
form-title = Lomake
form-hint = Mihin työntekijät vastaavat uusissa töissä. Olemassa olevat pitävät omansa.
form-photos = Vaadittavat kuvat
form-photo-before = Ennen työtä
form-photo-after = Työn jälkeen
form-add = Lisää rivi
form-save = Tallenna lomake
form-up = Siirrä ylös
form-down = Siirrä alas
form-kind = Miten vastataan
form-tick = Rasti
form-yes-no = Kyllä tai ei
form-choice = Valinta
form-number = Luku
form-text = Teksti
form-date = Päivä
form-signature = Allekirjoitus
form-barcode = Viiva- tai QR-koodi
form-unit = Yksikkö
form-lowest = Vähintään
form-highest = Enintään
form-answers = Vastaukset, yksi riviä kohti
form-other-languages = Muilla kielillä
shift-title = Vuoron loppu
shift-hint = Ennen kuin panet puhelimen pois: toimisto kertoo, onko sillä kaikki.
shift-ask = Kysy toimistolta
shift-did = Tänään: valmiita { $finished }, merkintöjä { $operations }, kuvia { $photos }.
shift-all = Toimistolla on kaikki, se vahvisti sen { $clock }
shift-all-way-out = Voit panna puhelimen pois.
shift-missing = Ei vielä toimistolla: merkintöjä { $operations }, kuvia { $photos }
shift-missing-way-out = Mene verkon alueelle ja pidä sovellus auki; se lähtee itsestään. Mitään ei katoa sillä välin.
shift-missing-held = Kuvasi odottavat, kuten valitsit: lähetä ne yllä tai mene Wi-Fin alueelle. Mitään ei katoa sillä välin.
shift-unconfirmed = Toimisto ei ole vielä vastannut
shift-to-read =
    { $count ->
        [one] Yksi toimiston vastaus on luettavana alla.
       *[other] { $count } toimiston vastausta on luettavana alla.
    }
log-title = Loki tukea varten
log-hint = Mitä puhelimen ja toimiston välillä kulki, koodeina ja lukuina. Siinä ei ole nimiä.
log-open = Näytä loki
log-save = Tallenna tiedostona
form-yes = Kyllä
form-no = Ei

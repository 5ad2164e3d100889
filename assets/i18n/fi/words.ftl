## Sanoja, joita usea näkymä käyttää: tilat, tulokset, komennot.

kuitti = Kuitti
order = Työmääräys
request = Ilmoitus
crew = Työryhmä
worker = Työntekijä
category = Aihe
priority = Kiireellisyys
place = Paikka
due = Määräaika
photos = Kuvat
notes = Muistiinpanot
checklist = Tarkistuslista
visits = Käynnit
notices = Viestit

orders-count =
    { $count ->
        [one] { $count } työmääräys
       *[other] { $count } työmääräystä
    }
requests-count =
    { $count ->
        [one] { $count } ilmoitus
       *[other] { $count } ilmoitusta
    }
photos-count =
    { $count ->
        [one] { $count } kuva
       *[other] { $count } kuvaa
    }

order-status-new = Uusi
order-status-assigned = Annettu työksi
order-status-in_work = Työn alla
order-status-finished = Valmis
order-status-finished_unconfirmed = Vahvistettava
order-status-closed = Suljettu
order-status-declined = Palautettu
order-status-cancelled = Peruttu
order-status-reopened = Avattu uudelleen

request-stage-received = Vastaanotettu
request-stage-planned = Suunniteltu
request-stage-in_work = Työn alla
request-stage-done = Tehty
request-stage-not_done = Ei tehty
request-stage-needs_visit = Vaatii käynnin
request-stage-reopened = Avattu uudelleen

save = Tallenna
cancel = Peruuta
close = Sulje
back = Takaisin
undo = Kumoa
retry = Yritä uudelleen
search = Hae
optional = vapaaehtoinen
loading = Ladataan …
open = Avaa
add = Lisää
remove = Poista
log-out = Kirjaudu ulos
language = Kieli
skip-to-content = Siirry sisältöön

as-of = tilanne { $clock }
photo-of = Kuva { $number }/{ $count }
photo-previous = Edellinen kuva
photo-next = Seuraava kuva

map = Kartta
map-zoom-in = Lähennä
map-zoom-out = Loitonna
map-fit = Näytä kaikki
map-select-area = Valitse alue
map-attribution = © OpenStreetMapin tekijät
map-help = Nuolinäppäimet siirtävät karttaa, plus ja miinus muuttavat mittakaavaa, sarkain vie pisteisiin. Samat pisteet ovat luettelossa.
map-cluster =
    { $count ->
        [one] { $count } piste
       *[other] { $count } pistettä lähekkäin
    }
map-no-points = Kartalla ei ole mitään näytettävää

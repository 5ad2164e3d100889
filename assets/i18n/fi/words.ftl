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
order-status-in-work = Työn alla
order-status-finished = Valmis
order-status-finished-unconfirmed = Vahvistettava
order-status-closed = Suljettu
order-status-declined = Palautettu
order-status-cancelled = Peruttu
order-status-reopened = Avattu uudelleen

request-stage-received = Vastaanotettu
request-stage-planned = Suunniteltu
request-stage-in-work = Työn alla
request-stage-done = Tehty
request-stage-not-done = Ei tehty
request-stage-needs-visit = Vaatii käynnin
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
photo-closer = Katso lähempää
photo-whole = Koko kuva
photo-previous = Edellinen kuva
photo-next = Seuraava kuva

map = Kartta
map-zoom-in = Lähennä
map-zoom-out = Loitonna
map-fit = Näytä kaikki
map-select-area = Valitse alue
map-help = Nuolinäppäimet siirtävät karttaa, plus ja miinus muuttavat mittakaavaa, sarkain vie pisteisiin. Samat pisteet ovat luettelossa.
map-cluster =
    { $count ->
        [one] { $count } piste
       *[other] { $count } pistettä lähekkäin
    }
map-no-points = Kartalla ei ole mitään näytettävää

role-worker = kenttätyöntekijä
role-crew-lead = ryhmänvetäjä
role-intake = asiakaspalvelu
role-dispatcher = työnjohtaja
role-supervisor = esihenkilö
role-administrator = pääkäyttäjä
role-auditor = tarkastaja

priority-low = vähäinen
priority-normal = tavallinen
priority-urgent = kiireellinen

visit-state-accepted = Hyväksytty
visit-state-en-route = Matkalla
visit-state-on-site = Paikalla
visit-state-paused = Tauolla
visit-state-finished = Valmis
visit-state-declined = Ei otettu
visit-state-handed-back = Palautettu

outcome-done = Tehty
outcome-done-needs-follow-up = Tehty, vaatii jatkotyötä
outcome-not-done = Ei tehty
not-done-not-found = vikaa ei löytynyt
not-done-no-access = paikkaan ei pääse
not-done-unsafe = vaarallista
not-done-not-ours = ei kuulu meille
not-done-needs-equipment = välineitä puuttuu
not-done-duplicate-of = sama kuin { $number }

notice-stage-received = Vastaanotettu
notice-stage-done = Tehty
notice-stage-not-done = Ei tehty
notice-stage-needs-visit = Vaatii käynnin
notice-stage-corrected = Oikaisu
channel-sms = Tekstiviesti
channel-email = Sähköposti
channel-call = Puhelu
channel-webhook = Sovellus
intake-web = verkkolomake
intake-phone = puhelu
intake-import = tuonti
intake-field = kenttätyöntekijä
photo-role-before = Ennen
photo-role-after = Jälkeen
photo-role-other = Kuva
time-kind-work = Työ
time-kind-travel = Matka
time-kind-waiting = Odotus

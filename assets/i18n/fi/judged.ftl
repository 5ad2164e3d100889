## Toimisto: mitä kuntalaiset ajattelevat, ketkä seuraavat, ja viestin sanat.

nav-satisfaction = Tyytyväisyys
satisfaction-lead = Mitä kuntalaiset sanoivat viimeisten kahdentoista kuukauden päätöksistä. Alle viidestä ei kerrota: yksi ääni ei ole keskiarvo.
satisfaction-category = Luokka
satisfaction-zone = Alue
satisfaction-month = Kuukausi
satisfaction-no-zone = Ei millään alueella
satisfaction-average = Arvosana, enintään 5
satisfaction-ratings = Arvioita
satisfaction-reopened = Avattu uudelleen, %
satisfaction-ends = Päättyneitä
satisfaction-too-few = liian vähän
notice-edit = Muuta sanoja
notice-words = Mitä viestissä lukee
notice-usual-words = Käytä tavallisia sanoja
notice-cancelled-overtaken = Ei lähetetty: asia on edennyt
notice-cancelled-expired = Ei lähetetty: koodi on liian vanha
request-follows = Sama vika kuin
request-follows-first = ensimmäisessä ilmoituksessa
request-followed = Seuraajia

## Mitä asian sivulla sanotaan ennen loppua ja sen jälkeen: arvio, uudelleen avaaminen, viestien valinta; ja niistä
## seuraavat viestit.

citizen-case-came-back = Kerroit, ettei asia ole kunnossa. Toimisto tutkii sen uudelleen ja päättää, mitä tehdään.

citizen-rate-question = Miten työ onnistui?
citizen-rate-5 = 5 – erittäin hyvin
citizen-rate-4 = 4 – hyvin
citizen-rate-3 = 3 – kohtalaisesti
citizen-rate-2 = 2 – huonosti
citizen-rate-1 = 1 – erittäin huonosti
citizen-rate-words = Miksi? Yhdellä lauseella
citizen-rate-send = Lähetä
citizen-rate-thanks = Kiitos: annoit arvosanan { $number } / 5.

citizen-reopen-title = Eikö asia ole kunnossa?
citizen-reopen-lead = Voit { $date } asti kertoa, että vika on yhä olemassa. Toimisto tutkii asian uudelleen. Voit tehdä tämän kerran.
citizen-reopen-reason = Mikä on yhä vialla?
citizen-reopen-photo = Kuva siitä
citizen-reopen-send = Avaa uudelleen
problem-reason-missing = Kirjoita, mikä on yhä vialla, ja lähetä uudelleen. Mitään ei lähetetty.

citizen-wishes-title = Valitse, mistä kerromme sinulle
citizen-wishes-how = Miten
citizen-wishes-what = Ilmoituksen perilletulon ja lopputuloksen lisäksi kerro, kun
citizen-wish-scheduled = työ on työryhmän listalla
citizen-wish-on-the-way = työryhmä on matkalla
citizen-wish-reopened = huomautukseni on perillä
citizen-wishes-fallback = Jos viesti ei tule perille
citizen-fallback-first = Kokeilkaa ensin
citizen-fallback-then = Sitten
citizen-fallback-usual = kunnan tavalliset keinot
citizen-fallback-none = ei muuta
citizen-wishes-send = Tallenna

notice-stage-scheduled = Suunniteltu
notice-stage-on-the-way = Matkalla
notice-stage-reopened = Avattu uudelleen
notice-stage-confirm = Vahvistuskoodi

notice-sms-scheduled = { $town }: { $category }, { $place }: työ on työryhmän listalla. { $link }
notice-sms-on-the-way = { $town }: { $category }, { $place }: työryhmä on matkalla. { $link }
notice-sms-reopened = { $town }: { $category }, { $place }: saimme tiedon, ettei työ ole kunnossa, ja tutkimme sen uudelleen. { $link }
notice-subject-scheduled = Suunniteltu: { $category }, { $place } ({ $number })
notice-subject-on-the-way = Matkalla: { $category }, { $place } ({ $number })
notice-subject-reopened = Avattu uudelleen: { $category }, { $place } ({ $number })
notice-mail-scheduled = Ilmoittamasi työ on työryhmän listalla.
notice-mail-on-the-way = Työryhmä on matkalla ilmoittamaasi paikkaan.
notice-mail-reopened = Saimme tiedon, ettei työ ole kunnossa. Tutkimme asian uudelleen ja kerromme, mitä siitä seuraa.

request-reopened-title = Kuntalainen sanoo, ettei asia ole kunnossa
request-take-up = Avaa työmääräys uudelleen
request-uphold = Työ on tehty: sulje uudelleen
request-taken-up = Työmääräys on taas auki
request-upheld = Ilmoitus on taas suljettu, ja kuntalaiselle kerrotaan
request-rating = Arvosana
request-rating-of = { $number } / 5

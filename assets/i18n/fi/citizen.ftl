## Kuntalaisen sivut: alku, ilmoitus, kuitti, seuranta. Selkeää kieltä, ei työntekijöiden nimiä.

citizen-report-link = Ilmoita
citizen-follow-link = Seuraa
citizen-navigation = Päävalikko
citizen-footer-office = { $town }, katujen kunnossapito
citizen-footer-phone = Toimisto: { $phone }
citizen-footer-emergency = Hengenvaara? Soita 112.

citizen-start-title = Ilmoita viasta
citizen-start-heading = Onko kadulla jotain rikki?
citizen-start-lead = Kerro siitä kahdessa minuutissa, ilman tunnuksia. Saat kuitin ja voit seurata, mitä tapahtuu.
citizen-start-report = Ilmoita viasta
citizen-start-have-code = Onko sinulla jo kuitti?
citizen-start-then = Mitä sitten tapahtuu
citizen-start-then-1 = Saat kuitin
citizen-start-then-1-more = Koodin, joka on vain sinulla.
citizen-start-then-2 = Työryhmä lähtee paikalle
citizen-start-then-2-more = Näet, milloin työ on suunniteltu ja milloin se on käynnissä.
citizen-start-then-3 = Saat yhden viestin
citizen-start-then-3-more = Kun työ on oikeasti tehty, kuvan kera jos sellainen on.

citizen-report-title = Ilmoita viasta
citizen-report-lead = Täytä kaikki kohdat, joissa ei lue ”vapaaehtoinen”. Älä kirjoita muiden ihmisten nimiä.
citizen-report-what = Mikä on vialla?
citizen-report-description = Kuvaile vika
citizen-report-where = Missä?
citizen-report-address = Osoite tai paikka
citizen-report-address-hint = Katu ja numero tai paikka, esimerkiksi ”Esplanadi, länsipää”
citizen-report-detail = Miten paikan löytää
citizen-report-detail-hint = Esimerkiksi ”kolmas valaisin kulmasta”
citizen-report-locate = Käytä sijaintiani
citizen-report-located = Sijaintisi on lisätty, tarkkuus noin { $metres } m.
citizen-report-not-located = Sijaintiasi ei saatu selville. Kirjoita osoite.
citizen-report-coordinates = Koordinaatit osoitteen sijaan
citizen-report-latitude = Leveysaste
citizen-report-longitude = Pituusaste
citizen-report-photos = Kuvat
citizen-report-photos-most = vapaaehtoinen, enintään { $count }
citizen-report-photos-hint = Poistamme tiedostosta kuvauspaikan ja -ajan ennen kuin kukaan näkee sen.
citizen-report-photos-again = Valitse kuvat uudelleen: selain ei säilytä niitä.
citizen-report-tell = Miten kerromme sinulle?
citizen-report-tell-hint = Saat viestin, kun ilmoitus on perillä, ja toisen, kun työ on tehty. Jos jätät kohdat tyhjiksi, voit seurata asiaa vain koodilla.
citizen-report-phone = Matkapuhelin
citizen-report-phone-tell = Kertokaa minulle tekstiviestillä
citizen-report-email = Sähköposti
citizen-report-email-tell = Kertokaa minulle sähköpostilla
citizen-report-message-language = Viestien kieli
citizen-report-send = Lähetä ilmoitus
citizen-report-trap = Jätä tämä tyhjäksi
citizen-report-mistakes =
    { $count ->
        [one] Yksi kohta puuttuu tai on väärin
       *[other] { $count } kohtaa puuttuu tai on väärin
    }

problem-category-missing = Valitse, mistä on kyse
problem-category-unknown = Tämä aihe ei ole enää luettelossa: valitse toinen
problem-description-missing = Kirjoita, mikä on vialla
problem-place-missing = Kirjoita, missä vika on
problem-coordinates-unreadable = Näillä koordinaateilla ei ole paikkaa maapallolla: kirjoita ne muodossa 60.1699 ja 24.9384
problem-too-long = Teksti on liian pitkä: lyhennä sitä
problem-phone-unreadable = Tämä ei ole puhelinnumero: kirjoita se muodossa 040 123 4567 tai +358 40 123 4567
problem-phone-missing = Kirjoita numero, johon viestit lähetetään
problem-email-unreadable = Tämä ei ole sähköpostiosoite: kirjoita se muodossa nimi@example.com
problem-email-missing = Kirjoita osoite, johon viestit lähetetään
problem-photo-unreadable = Yksi tiedostoista ei ole kuva tai on vioittunut: valitse JPEG-kuvia
problem-photo-kind = Tällaisia kuvia ei voi lukea tässä: valitse JPEG-kuvia
problem-photo-too-large = Yksi kuvista on liian suuri: enintään 12 Mt kuvaa kohti
problem-photos-too-many = Liian monta kuvaa: valitse enintään { $count }
citizen-form-unreadable = Lomaketta ei voitu lukea. Mitään ei lähetetty: palaa takaisin ja yritä uudelleen.
citizen-form-too-large = Kuvat ovat yhteensä liian suuria. Mitään ei lähetetty: palaa takaisin ja valitse vähemmän tai pienempiä kuvia.
citizen-too-often-title = Yhteydestäsi tuli liikaa
citizen-too-often = Yhteydestäsi on tullut liikaa pyyntöjä. Odota { $minutes ->
        [one] minuutti
       *[other] { $minutes } minuuttia
    } ja yritä uudelleen. Jos asia on kiireellinen, soita meille.

citizen-receipt-title = Kuittisi
citizen-receipt-heading = Kiitos. Tässä on kuittisi.
citizen-receipt-code = Seurantakoodi
citizen-receipt-keep = Säilytä se: muuta avainta asiaasi ei ole.
citizen-receipt-what = Mitä
citizen-receipt-where = Missä
citizen-receipt-when = Milloin
citizen-receipt-number = Numero
citizen-receipt-photos = Kuvat
citizen-receipt-also-sms = Lähetämme sen myös tekstiviestillä numeroon { $to }.
citizen-receipt-also-email = Lähetämme sen myös sähköpostilla osoitteeseen { $to }.
citizen-receipt-follow = Seuraa asiaa
citizen-receipt-another = Ilmoita jostain muusta
citizen-receipt-gone-heading = Tämä kuitti on jo näytetty
citizen-receipt-gone = Turvallisuutesi vuoksi se näytetään vain muutaman minuutin ajan. Ilmoituksesi on meillä. Jos annoit numeron tai osoitteen, koodi on saamassasi viestissä.

citizen-track-title = Seuraa asiaa
citizen-track-code = Seurantakoodi
citizen-track-code-hint = Kuitissasi, esimerkiksi 7KQ2‑M4XD‑9TRV‑W
citizen-track-follow = Seuraa
citizen-track-mistyped = Koodissa on kirjoitusvirhe: yksi merkki ei täsmää. Vertaa sitä kuittiisi.
citizen-track-length = Seurantakoodissa on 13 kirjainta ja numeroa. Vertaa sitä kuittiisi.
citizen-track-unknown = Millään asialla ei ole tätä koodia. Vertaa sitä kuittiisi merkki merkiltä.

citizen-case-title = Asiasi
citizen-case-heading = { $category }, { $place }
citizen-case-stages = Vaiheet
citizen-case-where-unnamed = Kartalle merkitty paikka
citizen-stage-received = Ilmoituksesi on meillä.
citizen-stage-planned = Työryhmällä on se listallaan.
citizen-stage-in-work = Työryhmä on työssä.
citizen-stage-done = Työ on tehty.
citizen-stage-not-done = Paikalla käytiin, mutta työtä ei tehty: { $reason }.
citizen-stage-not-done-plain = Asia tutkittiin, mutta työtä ei tehty.
citizen-stage-needs-visit = Paikka on turvattu. Joku tulee vielä viimeistelemään työn.
citizen-stage-reopened = Vika palasi, ja olemme ottaneet sen uudelleen työn alle.
citizen-stage-corrected = Aiempi viestimme ei pitänyt paikkaansa: työ ei ole vielä valmis.
citizen-reason-not-found = vikaa ei löytynyt
citizen-reason-no-access = paikalle ei päässyt
citizen-reason-unsafe = se olisi ollut vaarallista
citizen-reason-not-ours = kohde kuuluu muulle kuin kaupungille
citizen-reason-needs-equipment = se vaatii muita työvälineitä tai tarvikkeita
citizen-reason-duplicate-of = asiaa hoidetaan toisen ilmoituksen yhteydessä
citizen-case-photo-before = Ennen
citizen-case-photo-after = Jälkeen
citizen-case-own-photos = Omat kuvasi
citizen-case-settled-elsewhere = Asia oli suljettu jo ennen kuin se tuli tänne.
citizen-case-messages = Viestit tästä asiasta
citizen-case-messages-on = Kerromme sinulle: { $to }.
citizen-case-messages-stop = Lopeta viestit
citizen-case-messages-off = Et saa viestejä tästä asiasta. Voit yhä seurata sitä täällä.

citizen-gone-title = Sivua ei löytynyt
citizen-gone = Tällaista sivua ei ole. Palaa alkuun tai seuraa asiaa koodilla.
citizen-trouble-title = Jokin meni täällä vikaan
citizen-trouble = Vika on meissä, ei sinussa. Mitään ei lähetetty: yritä minuutin kuluttua uudelleen.

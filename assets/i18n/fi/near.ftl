## Avoimet viat niin kuin kaikki saavat ne nähdä: ennen ilmoituksen lähettämistä ja omana sivunaan.

citizen-report-address-public = Kaikki voivat nähdä tämän osoitteen.
citizen-near-title = Onko se jokin näistä?
citizen-near-lead = Nämä lähellä olevat viat ovat jo tiedossa. Valitse omasi, niin voit seurata sitä: saat oman koodin ja samat viestit kuin ensimmäinen ilmoittaja.
citizen-near-same = Tämä: seuraan sitä minäkin
citizen-near-none = Ei mikään näistä: lähetä ilmoitukseni
citizen-problem-since = { $date } alkaen
citizen-following = Muutkin ilmoittivat samasta viasta: saatte tiedon yhdessä.

citizen-problems-link = Tiedossa olevat viat
citizen-problems-title = Tiedossa olevat viat
citizen-problems-lead = Mistä on ilmoitettu ja mitä ei ole vielä korjattu. Ilmoitusten tekstejä ja ilmoittajia ei näytetä.
citizen-problems-none = Avoimia vikoja ei ole
citizen-problems-map = Kartta tämän sivun vioista
citizen-problems-older = Vanhemmat viat
citizen-problems-first = Uusimpiin vikoihin
citizen-problems-followers =
    { $count ->
        [one] { $count } muu seuraa sitä
       *[other] { $count } muuta seuraa sitä
    }
request-followers =
    { $count ->
        [one] { $count } muukin ilmoitti siitä
       *[other] { $count } muutakin ilmoitti siitä
    }

## Rescue files at the office: what a phone could not send.

rescue-take-in = Ota vastaan pelastustiedosto
rescue-take-in-title = Ota vastaan pelastustiedosto
rescue-how = Puhelin ilman verkkoa tallentaa lähettämättömän työn tiedostoon (Kuitit, Pelastustiedosto). Tässä se tulee sisään kuin puhelin olisi lähettänyt sen. Sama tiedosto uudestaan ei muuta mitään.
rescue-choose = Valitse tiedosto
rescue-choose-hint = Sen nimen lopussa on .kuitti
rescue-reading = Luetaan tiedostoa …
rescue-typed = Pelastuskoodi
rescue-typed-hint = Vain kun tämä palvelin ei avaa tiedostoa itse, esimerkiksi toiselle koneelle muuton jälkeen.
rescue-done = Laite { $device }, { $worker }, kirjoitettu { $moment }
rescue-operations = { $new } kirjausta uusia, { $known } oli jo täällä
rescue-photos = { $new } kuvaa uusia, { $known } oli jo täällä
rescue-to-review =
    { $count ->
        [one] Yksi niistä on kohdassa Ratkaistavat.
       *[other] { $count } niistä on kohdassa Ratkaistavat.
    }
rescue-left-on-phone =
    { $count ->
        [one] Yksi kuva ei mahtunut tiedostoon. Se on yhä puhelimessa.
       *[other] { $count } kuvaa ei mahtunut tiedostoon. Ne ovat yhä puhelimessa.
    }
rescue-code = Pelastuskoodi
rescue-code-title = Laitteen { $device } pelastuskoodi
rescue-code-how = Tämä palvelin avaa puhelimen pelastustiedostot itse. Kirjoita koodi muistiin, jos palvelin voi kadota: sillä ne avaa mikä tahansa age-tiedostoja lukeva ohjelma.
problem-rescue-other = Tämä ei ole pelastustiedosto. Sen nimen lopussa on .kuitti.
problem-rescue-newer = Uudempi sovellus on kirjoittanut tiedoston. Päivitä palvelin ja ota se sitten vastaan.
problem-rescue-code = Koodi ei avaa tätä tiedostoa. Kirjoita tälle puhelimelle muistiin merkitty koodi.
problem-rescue-code-typed = Pelastuskoodissa on 20 kirjainta ja numeroa.
problem-rescue-damaged = Tiedosto on vioittunut, eikä siitä otettu mitään vastaan. Kopioi se puhelimesta uudestaan; puhelimessa on yhä kaikki.
problem-rescue-foreign = Tiedoston kirjoittanutta puhelinta ei ole liitetty tänne. Se voi olla toisen kaupungin; tai tämä palvelin on palautettu vanhemmasta varmuuskopiosta: liitä puhelin uudestaan, niin se lähettää itse.
problem-rescue-too-large = Tiedosto on suurempi kuin mikään, jonka puhelin kirjoittaa.

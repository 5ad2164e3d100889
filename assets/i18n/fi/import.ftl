## Tuonnin raportti: mitä rivistä sanotaan, ja mitä tiedostosta jota ei voi ottaa lainkaan.

import-verdict-taken = otettu
import-verdict-taken-with-warning = otettu varoituksin
import-verdict-refused = hylätty
import-verdict-known = jo täällä

import-finding-column-count = Rivillä on eri määrä sarakkeita kuin ensimmäisellä: riviä ei otettu
import-finding-no-number = Rivillä ei ole omaa numeroa: riviä ei otettu
import-finding-no-category = Rivi ei kerro aihetta: riviä ei otettu
import-finding-no-place = Rivillä ei ole osoitetta eikä koordinaatteja: riviä ei otettu
import-finding-created-unreadable = Luontiaikaa ei voi lukea: riviä ei otettu
import-finding-created-in-future = Luontiaika on vasta edessä: riviä ei otettu
import-finding-no-coordinates = Ei koordinaatteja: ei näy kartalla ennen kuin joku sijoittaa sen
import-finding-coordinates-unreadable = Koordinaateilla ei ole paikkaa maapallolla: vain osoite säilytettiin
import-finding-closed-before-created = Suljettu ennen luomistaan: sulkemisaika jätettiin pois
import-finding-closed-unreadable = Sulkemisaikaa ei voi lukea: se jätettiin pois
import-finding-clock-change = Aika osuu kellonsiirron tuntiin: se voi heittää tunnin
import-finding-status-unknown = Tila on tuntematon: otettu avoimena
import-finding-shares-place = Toisella rivillä on sama osoite ja aihe: ehkä sama asia
import-finding-category-made = Kaupungilla ei ollut tätä aihetta: se luotiin vain toimiston käyttöön
import-finding-shortened = Liian pitkä teksti katkaistiin
import-finding-reported-by-crew = Työryhmän ilmoittama
import-finding-cancelled-there = Peruttu toisessa järjestelmässä: otettu tekemättömänä
import-finding-referred-there = Siirretty toisessa järjestelmässä muualle: otettu tekemättömänä

import-problem-empty = Tiedosto on tyhjä. Mitään ei muutettu.
import-problem-no-rows = Tiedostossa on vain ensimmäinen rivi. Mitään ei muutettu.
import-problem-utf-16 = Tiedosto on UTF-16-muodossa. Mitään ei muutettu: tallenna se UTF-8-muotoiseksi CSV:ksi ja lähetä uudelleen.
import-problem-not-utf-8 = Rivi { $line } ei ole UTF-8-muodossa; tiedosto voi olla Latin-1- tai Windows-1252-muodossa. Mitään ei muutettu: tallenna se UTF-8-muotoiseksi CSV:ksi ja lähetä uudelleen.
import-problem-delimiter = Sarakkeiden välissä on { $sign ->
        [semicolon] puolipiste
        [tab] sarkain
       *[other] pystyviiva
    }, mutta asetus odottaa pilkkua. Mitään ei muutettu.
import-problem-missing-columns = Nämä sarakkeet puuttuvat: { $columns }. Mitään ei muutettu: tarkista, että asetus sopii tiedostoon.
import-problem-truncated = Tiedosto katkeaa riville { $line }. Mitään ei muutettu: vie se uudelleen ja tarkista sen koko.
import-problem-too-large = Tiedosto on suurempi kuin { $megabytes } Mt. Mitään ei muutettu: lähetä se osissa.
import-problem-unreadable = Tiedostoa ei voi lukea. Mitään ei muutettu.
import-problem-preset = Asetusta { $name } ei ole. Asetukset: { $known }.

import-report-line = rivi
import-report-external = numero siellä
import-report-verdict = tulos
import-report-codes = koodit
import-report-reasons = syyt
import-report-number = numero täällä

import-summary = { $rows } riviä: { $taken } otettu, { $warned } otettu varoituksin, { $refused } hylätty, { $known } jo täällä

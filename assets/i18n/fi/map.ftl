## Asukkaiden sivujen kartta, jonka palvelin piirtää.

citizen-map-title = Tai näytä paikka kartalla
citizen-map-hint = Paina siitä, missä se on: siihen tulee nasta. Kirjoittamasi säilyy; valitse kuvat vasta tämän jälkeen.
citizen-map-press = Kartta: paina siitä, missä ongelma on. Näppäimistöllä nasta menee kartan keskelle.
citizen-map-pinned = Nasta on kohdassa { $place }.
citizen-map-lost = Kartalla ei ole tämännimistä katua. Kirjoita nimi niin kuin katukilvessä, tai etsi paikka painikkeilla.
citizen-map-find = Etsi katu kartalta
citizen-map-look = Katsele karttaa
citizen-map-source = Kartta-aineisto: { $source }
citizen-map-step-in = Lähemmäs
citizen-map-step-out = Kauemmas
citizen-map-step-north = Pohjoiseen
citizen-map-step-south = Etelään
citizen-map-step-west = Länteen
citizen-map-step-east = Itään

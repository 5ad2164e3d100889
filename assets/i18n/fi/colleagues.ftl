## Messages to people of the town.

staff-subject = Kuitti, { $town }: { $number }
staff-urgent = Kiireellinen: { $number } { $title }, { $place }. Avaa Kuitti.
staff-warning = Määräaika lähestyy: { $number } { $title }, { $place }, viimeistään { $when }.
staff-breach = Myöhässä: { $number } { $title }, { $place }, määräaika oli { $when }.
staff-new = Uusi työ: { $number } { $title }, { $place }.
staff-finished = Valmis: { $number } { $title }, { $place }.
staff-not-done = Jäi tekemättä: { $number } { $title }, { $place }.
staff-review = Odottaa päätöstä: { $number } { $title }, { $place }.
staff-declined = Palautettu: { $number } { $title }, { $place }. Työllä ei ole nyt tekijää.
staff-reopened = Avattu uudelleen: { $number } { $title }, { $place }.
staff-cancelled = Peruttu: { $number } { $title }, { $place }.

reach = Mistä sinut tavoittaa
reach-about = Numerosi ja osoitteesi näkee vain Kuitti; se kertoo sinulle seuraamistasi töistä ja määräajoista.
reach-phone = Puhelinnumero
reach-email = Sähköpostiosoite
reach-first = Ensin
watches = Mitä seuraat
watches-none = Et seuraa vielä mitään. Avaa työ ja valitse Seuraa, tai lisää luokka tai alue tästä.
watch = Seuraa
watching = Seurataan
watch-end = Lopeta
watch-more = Luokka tai alue
reach-of-worker = Viestit: { $worker }
reach-of-worker-about = Kiireellisestä työstä kerrotaan tähän, jos puhelin ei ole hakenut sitä ajoissa.
reach-edit = Puhelin ja sähköposti
problem-nothing-to-watch = Seurattavaa ei löydy.
problem-watches-too-much = Seuraat jo hyvin montaa: lopeta ensin jokin.
reach-saved = Tallennettu.

answers = Mitä kuntalainen vastasi
answer-unread = lukematta
answer-read = Olen lukenut

## Mikä kuuluu kuntalaiselle: koodilla vahvistettu numero tai osoite, omat tiedot ja niiden unohtaminen.

citizen-confirm-title = Onko { $to } sinun?
citizen-confirm-lead = Lähetimme sinne kuusinumeroisen koodin. Kirjoita se tähän kymmenen minuutin kuluessa: sitä ennen sinne ei lähetetä muuta.
citizen-confirm-code = Kuusinumeroinen koodi
citizen-confirm-send = Vahvista
citizen-confirm-again = Lähetä uusi koodi
citizen-confirm-wrong = Tämä ei ole oikea koodi. Vertaa sitä viestiin tai pyydä uusi.
citizen-confirm-often = Sinne on lähetetty liian monta koodia tunnin sisällä. Yritä myöhemmin uudelleen; voit aina seurata asiaa täällä.
notice-sms-confirm = { $town }: koodisi on { $confirm }. Kirjoita se ilmoituksesi sivulle 10 minuutin kuluessa. Etkö ilmoittanut mitään? Älä välitä tästä viestistä.
notice-subject-confirm = Koodisi: { $confirm }
notice-mail-confirm = Koodisi on { $confirm }. Kirjoita se ilmoituksesi sivulle 10 minuutin kuluessa. Etkö ilmoittanut mitään? Älä välitä tästä viestistä.

citizen-own-title = Omat tietosi
citizen-own-lead = Kaikki, mitä tässä asiassa on sinusta tallessa.
citizen-own-link = Katso, lataa tai poista omat tietosi
citizen-own-download = Lataa tiedostona (JSON)
citizen-own-name = Nimi
citizen-own-phone = Puhelin
citizen-own-email = Sähköposti
citizen-own-words = Mitä kirjoitit
citizen-own-nothing = ei mitään
citizen-own-messages = Viestit sinulle
citizen-own-photos = Kuvat
citizen-own-forget = Poista yhteystietoni ja kuvani
citizen-own-forget-lead = Nimesi, numerosi, osoitteesi ja kuvasi poistetaan lopullisesti, myös työntekijöiden laitteista. Et saa enää viestejä. Itse asia säilyy, ja koodisi avaa sen edelleen.
citizen-own-forgotten = Yhteystietosi ja kuvasi on poistettu.

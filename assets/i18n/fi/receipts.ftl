## Mitä toimisto sanoo kirjauksesta: `receipt-` ja koodi. Ensin asia, sitten mitä seuraa.

receipt-applied = Kirjattu
receipt-recorded = Tallessa. Ei muuta työmääräystä.
receipt-another-at-work = Työkaveri on vielä työssä paikalla. Hän tai toimisto vahvistaa.
receipt-done-by-other = Työ oli annettu toiselle, joka ei ollut aloittanut. Sinun työsi on voimassa.
receipt-reassigned-at-work = Työ oli annettu toiselle, joka on jo aloittanut. Toimisto päättää; työsi on tallessa.
receipt-reassigned = Työ oli annettu toiselle. Ilmoituksesi on tallessa ja näkyy hänelle.
receipt-already-finished = Työ oli jo valmis. Myös sinun käyntisi on tallessa.
receipt-contradicts = Työ oli jo merkitty valmiiksi toisella tuloksella. Toimisto päättää.
receipt-order-cancelled = Työmääräys oli peruttu. Toimisto näkee, että työ tehtiin.
receipt-order-closed = Työmääräys oli suljettu. Käyntisi on tallessa.
receipt-reopened-since = Työ avattiin sillä välin uudelleen. Käyntisi kuuluu aiempaan kertaan.
receipt-checklist-clash = Toinen vastasi samaan kohtaan. Molemmat vastaukset säilyvät, toimisto päättää.
receipt-undo-too-late = Kumoaminen ei enää onnistu. Kysy toimistosta.
receipt-undo-after-notice = Kuntalaiselle oli jo kerrottu. Toimisto päättää.
receipt-not-found = Kohde ei ole vielä toimistossa. Kirjaus on tallessa.
receipt-not-yours = Vain tekijä itse voi muuttaa tätä.
receipt-unknown-order = Toimisto ei tunne vielä tätä työmääräystä. Työsi odottaa siellä.
receipt-unknown-kind = Tämä sovellus on uudempi kuin toimiston. Työsi odottaa toimiston päivitystä.
receipt-malformed = Toimisto ei osannut lukea tätä. Ihminen katsoo sen siellä.
receipt-server-failed = Toimistossa tuli vika tämän kanssa. Ihminen katsoo sen siellä; sinun ei tarvitse tehdä mitään.
receipt-after-held = Odottaa saman työn aiempia kirjauksia.
receipt-revoked = Tämä puhelin on lukittu toimistossa. Ihminen katsoo työsi siellä.
receipt-photo-damaged = Kuvan tiedosto on vioittunut tässä puhelimessa. Ota kuva uudelleen, jos voit.
receipt-photo-refused = Toimisto ei ottanut tätä kuvaa vastaan. Lähetä uudelleen; jos se ei auta, kerro toimistolle.
receipt-unknown = Toimistolla on tämä: { $code }

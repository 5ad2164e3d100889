## La mappa delle pagine dei cittadini, disegnata dal server.

citizen-map-title = Oppure mostri il posto sulla mappa
citizen-map-hint = Prema dove si trova: lì appare un segnaposto. Ciò che ha scritto resta; scelga le foto dopo.
citizen-map-press = La mappa: prema dove si trova il problema. Con la tastiera il segnaposto va al centro della mappa.
citizen-map-pinned = Il segnaposto è a { $place }.
citizen-map-lost = Nessuna via sulla mappa ha questo nome. Lo scriva come sulla targa della via, o cerchi il posto con i pulsanti.
citizen-map-find = Trova la via sulla mappa
citizen-map-look = Si guardi intorno sulla mappa
citizen-map-source = Dati della mappa: { $source }
citizen-map-step-in = Più vicino
citizen-map-step-out = Più lontano
citizen-map-step-north = Nord
citizen-map-step-south = Sud
citizen-map-step-west = Ovest
citizen-map-step-east = Est

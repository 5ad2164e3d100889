## The map of the citizens' pages, drawn by the server.

citizen-map-title = Or show the place on the map
citizen-map-hint = Press where it is: a pin appears there. What you have typed stays; choose photos after this.
citizen-map-press = The map: press where the problem is. With the keyboard the pin goes to the middle of the map.
citizen-map-pinned = The pin is at { $place }.
citizen-map-lost = No street on the map has this name. Write it as on the street sign, or look for the place by the buttons.
citizen-map-find = Find the street on the map
citizen-map-look = Look around on the map
citizen-map-source = Map data: { $source }
citizen-map-step-in = Nearer
citizen-map-step-out = Farther
citizen-map-step-north = North
citizen-map-step-south = South
citizen-map-step-west = West
citizen-map-step-east = East

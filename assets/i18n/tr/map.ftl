## Vatandaş sayfalarının sunucunun çizdiği haritası.

citizen-map-title = Ya da yeri haritada gösterin
citizen-map-hint = Sorunun olduğu yere basın: orada bir iğne belirir. Yazdıklarınız kalır; fotoğrafları bundan sonra seçin.
citizen-map-press = Harita: sorunun olduğu yere basın. Klavyeyle iğne haritanın ortasına gider.
citizen-map-pinned = İğne { $place } noktasında.
citizen-map-lost = Haritada bu adda bir sokak yok. Adı sokak tabelasındaki gibi yazın ya da yeri düğmelerle arayın.
citizen-map-find = Sokağı haritada bul
citizen-map-look = Haritada gezinin
citizen-map-source = Harita verisi: { $source }
citizen-map-step-in = Yakınlaş
citizen-map-step-out = Uzaklaş
citizen-map-step-north = Kuzey
citizen-map-step-south = Güney
citizen-map-step-west = Batı
citizen-map-step-east = Doğu

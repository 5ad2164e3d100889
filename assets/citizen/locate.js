// "Use my position": the button appears only where it can work; the form needs none of this.
const box = document.getElementById("locate");
if (box && navigator.geolocation && window.isSecureContext) {
  const said = box.querySelector("[role=status]");
  const put = (id, degrees) => { document.getElementById(id).value = degrees.toFixed(6); };
  box.hidden = false;
  box.querySelector("button").addEventListener("click", () => {
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      put("latitude", coords.latitude);
      put("longitude", coords.longitude);
      said.textContent = box.dataset.found.replace("#", Math.round(coords.accuracy).toLocaleString(document.documentElement.lang));
    }, () => { said.textContent = box.dataset.missing; }, { enableHighAccuracy: true, timeout: 15000 });
  });
}

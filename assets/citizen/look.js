// The demo inbox looks for new messages. Only the list is replaced: neither focus nor place is lost, as they would be by reloading.
const list = document.getElementById("messages");
setInterval(async () => {
  if (document.hidden || list.contains(document.activeElement)) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  list.replaceChildren(...page.getElementById("messages").childNodes);
}, 5000);

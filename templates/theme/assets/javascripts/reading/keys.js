// ? shows which keys there are; it and Escape put the list away again.
((reading) => {
  "use strict";

  const list = document.querySelector("dialog.keys");
  if (!list) return;
  const open = () => (list.open ? list.close() : list.showModal());

  for (const opener of document.querySelectorAll("[data-opens=keys]")) {
    opener.hidden = false;
    opener.addEventListener("click", open);
  }
  list.querySelector("button").addEventListener("click", () => list.close());
  addEventListener("keydown", (event) => {
    if (event.key !== "?" || (!list.open && reading.isTyping(event))) return;
    open();
    event.preventDefault();
  });
})((globalThis.handbookReading ??= {}));

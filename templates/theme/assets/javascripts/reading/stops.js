// Read by keyboard: j goes to the next step, k to the one before; on pages without steps, from line
// to line of a script, or from heading to heading. The focus goes along, so it is told and seen.
((reading) => {
  "use strict";

  const KINDS = [".step", ".lines > .line", "h2[id], h3[id]"];
  const HEADER = 60; // pixels that the head of the page covers

  reading.isTyping = (event) =>
    event.isComposing ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog");

  // The stop after or before a place in the order of the page; null at either end.
  // `places` are those of the stops, ascending: how far each lies from where the reader is.
  reading.nextStop = (places, by) => {
    const ahead = places.findIndex((place) => place > 0);
    const last = places.findLastIndex((place) => place < 0);
    const at = by > 0 ? ahead : last;
    return at < 0 ? null : at;
  };

  const article = globalThis.document?.querySelector("article.md-typeset");
  if (!article) return;

  const stops = () => {
    const shown = (each) => each.getClientRects().length > 0;
    for (const kind of KINDS) {
      const found = [...article.querySelectorAll(kind)].filter(shown);
      if (found.length) return found;
    }
    return [];
  };

  // Where the reader is: at what has the focus, else at what stands on top of the window.
  const placesOf = (found) => {
    const focused = document.activeElement;
    if (article.contains(focused) && focused !== article) {
      return found.map((stop) => {
        if (stop === focused || stop.contains(focused)) return 0;
        const isAfter = focused.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING;
        return isAfter ? 1 : -1;
      });
    }
    return found.map((stop) => Math.round(stop.getBoundingClientRect().top) - HEADER);
  };

  const go = (by) => {
    const found = stops();
    const at = reading.nextStop(placesOf(found), by);
    const stop = found[at];
    if (!stop) return;
    if (!stop.hasAttribute("tabindex")) stop.tabIndex = -1;
    stop.classList.add("is-stop");
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "start" });
  };

  addEventListener("keydown", (event) => {
    if (reading.isTyping(event)) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else return;
    event.preventDefault();
  });
})((globalThis.handbookReading ??= {}));

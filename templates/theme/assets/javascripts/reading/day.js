// Whether a document is in force, by the reader's own day: the page states days only.
((reading) => {
  "use strict";

  const twoDigits = (number) => String(number).padStart(2, "0");

  // A moment's day where the reader is, as 2026-12-01.
  reading.dayOf = (moment) =>
    [moment.getFullYear(), twoDigits(moment.getMonth() + 1), twoDigits(moment.getDate())].join("-");

  // What a day says of a document, and the words for the date that says so; null is nothing.
  reading.stateOn = (today, { effective, effectiveTold, review, reviewTold }) => {
    if (effective && today < effective) return ["not-yet", effectiveTold];
    if (review && today > review) return ["overdue", reviewTold];
    return null;
  };

  const control = globalThis.document?.querySelector(".head .control");
  if (!control) return;

  const script = document.currentScript;
  const words = (name) => script.getAttribute(`data-${name}`);
  const banner = document.createElement("div");
  const sign = document.createElement("strong");
  const told = document.createElement("span");
  banner.append(sign, told);

  const tell = () => {
    const state = reading.stateOn(reading.dayOf(new Date()), control.dataset);
    if (!state) {
      banner.remove();
      return;
    }
    const [name, date] = state;
    banner.className = `banner banner--${name}`;
    sign.textContent = words(name);
    told.textContent = words(`${name}-told`).replace("{date}", date);
    control.before(banner);
  };

  tell();
  // A page may stay open over midnight.
  document.addEventListener("visibilitychange", tell);
})((globalThis.handbookReading ??= {}));

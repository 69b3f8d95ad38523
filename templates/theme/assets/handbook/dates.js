// Tell when work is due around an event whose date is typed.
// A rule is [sign, first, last]; first and last are [months, days, whether these are working days].
(() => {
  "use strict";

  const DAY = 86400000;

  // Working days are Monday to Friday or those named, less days off, plus those worked instead.
  // A day is told as 2026-12-01, with its weekday from Monday = 0.
  const isWorked = (iso, weekday, { weekdays = [0, 1, 2, 3, 4], off = [], on = [] }) =>
    on.includes(iso) || (weekdays.includes(weekday) && !off.includes(iso));

  // Months by the calendar (the 31st becomes the last day of a shorter month), then days.
  const shifted = (day, sign, [months, days, working], known = {}) => {
    const target = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + sign * months, 1));
    const last = new Date(
      Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0),
    ).getUTCDate();
    target.setUTCDate(Math.min(day.getUTCDate(), last));
    if (!working) return new Date(target.getTime() + sign * days * DAY);
    for (let left = days; left > 0;) {
      target.setUTCDate(target.getUTCDate() + sign);
      const iso = target.toISOString().slice(0, 10);
      if (isWorked(iso, (target.getUTCDay() + 6) % 7, known)) left -= 1;
    }
    return target;
  };

  const due = (day, [sign, first, last], known = {}) => {
    const ends = [shifted(day, sign, first, known), shifted(day, sign, last, known)];
    return ends.sort((one, other) => one - other);
  };

  // A day as the language of the page writes it; where months have names, in the form `month`:
  // 11/12 is another day on either side of an ocean.
  const format = (month, options) => {
    const told = document.querySelector("meta[name=handbook-dates]");
    const isNamed = told?.dataset.named !== undefined;
    return new Intl.DateTimeFormat(told?.content, {
      month: isNamed ? month : "numeric",
      day: "numeric",
      weekday: "short",
      ...options,
    });
  };

  globalThis.handbookDates = { isWorked, shifted, due, format };

  const form = globalThis.document?.querySelector("[data-dates]");
  if (!form) return;
  const event = form.querySelector("[name=event]");
  const typed = form.querySelector("[name=day]");
  const calendars = JSON.parse(form.dataset.worked ?? "[]");
  const events = [...document.querySelectorAll("[data-event]")];
  const words = format("long", { timeZone: "UTC", year: "numeric" });

  const said = (ends) => {
    const [first, last] = ends.map((end) => words.format(end));
    return first === last ? first : `${first} – ${last}`;
  };

  const apply = () => {
    const day = typed.value ? new Date(typed.value + "T00:00:00Z") : null;
    for (const each of events) {
      each.hidden = each.dataset.event !== event.value;
      for (const cell of each.querySelectorAll(".event__date")) {
        cell.hidden = !day;
        if (cell.tagName !== "TD") continue;
        const { rule, workedBy } = cell.parentElement.dataset;
        const ends = day && rule ? due(day, JSON.parse(rule), calendars[workedBy]) : null;
        cell.textContent = ends ? said(ends) : cell.dataset.unknown;
      }
    }
    const asked = new URLSearchParams({ event: event.selectedOptions[0].text });
    if (typed.value) asked.set("day", typed.value);
    history.replaceState(null, "", "#" + asked);
  };

  const asked = new URLSearchParams(location.hash.slice(1));
  for (const option of event.options) {
    if (option.text === asked.get("event")) event.value = option.value;
  }
  if (asked.get("day")) typed.value = asked.get("day");
  form.hidden = false;
  apply();
  event.addEventListener("change", apply);
  typed.addEventListener("input", apply);
})();

// Sift tables by role, section and length; what was chosen stands in the address:
// #role=auto/visitor.
(() => {
  "use strict";

  const sift = document.querySelector("[data-sift]");
  if (!sift) return;
  const fields = [...sift.querySelectorAll("select")];
  const parts = [...document.querySelectorAll(".sift-part")];
  const found = sift.querySelector(".sift__found");
  // Ways to rows that stand on other pages: to those of a section, or to the next page.
  const ways = [...document.querySelectorAll("[data-tally]")].map((place) => {
    const link = place.querySelector("a");
    const fact = place.querySelector(".entry__fact");
    const tally = JSON.parse(place.dataset.tally);
    return { place, link, fact, href: link.getAttribute("href"), tally };
  });

  const chosen = () => Object.fromEntries(fields.map((field) => [field.name, field.value]));

  // Who is meant: the role itself, and the groups for which it stands.
  const people = () => {
    const option = sift.querySelector("select[name=role]")?.selectedOptions[0];
    if (!option?.value) return [];
    return [option.value, ...(option.dataset.along ?? "").split(" ").filter(Boolean)];
  };

  const fits = (row, { size }, who) => {
    if (size && row.dataset.size !== size) return false;
    if (!who.length) return true;
    return (row.dataset.who ?? "").split(" ").some((each) => who.includes(each));
  };

  // In the matrix a row counts when the role has a letter in it; empty columns fold away.
  const siftMatrix = (table, who) => {
    const heads = [...table.tHead.rows[0].cells].slice(1);
    const own = heads.flatMap((head, at) => (who.includes(head.dataset.who) ? [at + 1] : []));
    const used = new Set();
    let shown = 0;
    for (const body of table.tBodies) {
      let inBody = 0;
      for (const row of body.rows) {
        if (row.classList.contains("group")) continue;
        row.hidden = who.length > 0 && !own.some((at) => row.cells[at].textContent);
        if (row.hidden) continue;
        inBody += 1;
        for (const cell of row.cells) if (cell.textContent) used.add(cell.cellIndex);
      }
      body.hidden = inBody === 0;
      shown += inBody;
    }
    for (const row of table.rows) {
      if (row.classList.contains("group")) continue;
      for (const cell of row.cells) {
        if (cell.cellIndex === 0) continue;
        cell.hidden = who.length > 0 && !used.has(cell.cellIndex);
        cell.classList.toggle("is-own", own.includes(cell.cellIndex));
      }
    }
    return shown;
  };

  const siftList = (table, choice, who) => {
    let shown = 0;
    for (const body of table.tBodies) {
      let inBody = 0;
      for (const row of body.rows) {
        if (row.classList.contains("group")) continue;
        row.hidden = !fits(row, choice, who);
        if (!row.hidden) inBody += 1;
      }
      body.hidden = inBody === 0;
      shown += inBody;
    }
    return shown;
  };

  const apply = () => {
    const choice = chosen();
    const who = people();
    let shown = 0;
    for (const part of parts) {
      const table = part.querySelector("table");
      let inPart = 0;
      if (!choice.section || part.dataset.part === choice.section) {
        inPart = table.classList.contains("matrix")
          ? siftMatrix(table, who)
          : siftList(table, choice, who);
      }
      part.hidden = inPart === 0;
      const heading = part.previousElementSibling;
      if (heading?.tagName === "H2") heading.hidden = part.hidden;
      shown += inPart;
    }
    for (const way of ways) {
      const count = way.tally[choice.role ?? ""]?.[choice.size ?? ""] ?? 0;
      way.place.hidden = count === 0;
      way.link.setAttribute("href", way.href + hash());
      if (!way.fact) continue;
      way.fact.textContent = found.dataset.found.replace("{number}", count);
      shown += count;
    }
    const isSifted = Object.values(choice).some(Boolean);
    const words = shown ? found.dataset.found : found.dataset.none;
    found.textContent = isSifted ? words.replace("{number}", shown) : "";
  };

  const hash = () => {
    const choice = Object.entries(chosen()).filter(([, value]) => value);
    const words = choice.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
    return words && "#" + words;
  };

  const write = () => {
    history.replaceState(null, "", hash() || location.pathname + location.search);
  };

  const read = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      const value = asked.get(field.name) ?? "";
      field.value = value;
      if (field.value !== value) field.value = "";
    }
  };

  sift.hidden = false;
  read();
  apply();
  for (const field of fields) field.addEventListener("change", () => { write(); apply(); });
  addEventListener("hashchange", () => { read(); apply(); });
})();

/* What the pages need of a script: open the search, filter a list. */
(() => {
  "use strict";

  // Open the theme's search with what was typed so far.
  const openSearch = (words = "") => {
    const toggle = document.querySelector("#__search");
    const field = document.querySelector("[data-md-component=search-query]");
    if (!toggle || !field) return;
    if (!toggle.checked) toggle.click();
    field.focus();
    if (words) {
      field.value = words;
      field.dispatchEvent(new Event("keyup"));
    }
  };

  for (const button of document.querySelectorAll("[data-opens=search]")) {
    button.addEventListener("click", () => openSearch());
  }

  // Show only the rows that hold every word typed, and of them the sort of sheet chosen.
  for (const field of document.querySelectorAll("input[data-filter]")) {
    const groups = [...document.querySelectorAll("." + field.dataset.filter)];
    const parts = [...document.querySelectorAll("details.prints-part")];
    const wasOpen = new Map(parts.map((part) => [part, part.open]));
    const choice = document.querySelector("select[data-filter-sheet]");
    const none = document.querySelector("[data-filter-none]");

    const titlesAbove = (element) => {
      const part = element.parentElement.closest("details");
      return part ? part.querySelector("summary").textContent + " " + titlesAbove(part) : "";
    };

    const offers = (row, sheet) => {
      const links = [...row.cells[row.cells.length - 1].querySelectorAll("a")];
      for (const link of links) link.hidden = Boolean(sheet) && !link.href.endsWith(sheet);
      return links.some((link) => !link.hidden);
    };

    const filter = () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      const sheet = choice?.value ? `.${choice.value}.pdf` : "";
      let shown = 0;
      for (const group of groups) {
        const above = titlesAbove(group);
        for (const kind of group.querySelectorAll("tbody")) {
          const [head, ...rows] = kind.rows;
          const about = above + head.textContent;
          for (const row of rows) {
            const text = (about + " " + row.textContent).toLowerCase();
            row.hidden = !(offers(row, sheet) && words.every((word) => text.includes(word)));
          }
          kind.hidden = rows.every((row) => row.hidden);
          shown += rows.filter((row) => !row.hidden).length;
        }
        group.hidden = [...group.querySelectorAll("tbody")].every((kind) => kind.hidden);
      }
      const asked = words.length > 0 || sheet !== "";
      for (const part of parts) {
        part.hidden = asked && !part.querySelector(".print-rows:not([hidden])");
        part.open = asked ? !part.hidden : wasOpen.get(part);
      }
      if (none) none.hidden = shown > 0;
    };
    field.addEventListener("input", filter);
    choice?.addEventListener("change", filter);
    if (field.value || choice?.value) filter();
  }
})();

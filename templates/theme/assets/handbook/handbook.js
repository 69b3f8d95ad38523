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

  // Show only the rows that hold every word typed.
  for (const field of document.querySelectorAll("input[data-filter]")) {
    const groups = [...document.querySelectorAll("." + field.dataset.filter)];
    const none = document.querySelector("[data-filter-none]");
    const filter = () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const group of groups) {
        for (const table of group.querySelectorAll("table")) {
          const about = (table.caption?.textContent ?? "").toLowerCase();
          let inTable = 0;
          for (const row of table.tBodies[0].rows) {
            const text = about + " " + row.textContent.toLowerCase();
            row.hidden = !words.every((word) => text.includes(word));
            if (!row.hidden) inTable += 1;
          }
          table.hidden = inTable === 0;
          shown += inTable;
        }
        const empty = [...group.querySelectorAll("table")].every((table) => table.hidden);
        group.hidden = empty;
        if (group.previousElementSibling?.tagName === "H2") group.previousElementSibling.hidden = empty;
      }
      if (none) none.hidden = shown > 0;
    };
    field.addEventListener("input", filter);
    if (field.value) filter();
  }
})();

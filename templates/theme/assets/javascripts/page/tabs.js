// Tabs on hand-written pages: open the one chosen last time, and the one an address names.
(() => {
  "use strict";

  const labelOf = (label) => label.textContent.trim();
  const open = (set, kept) => {
    const labels = [...set.querySelectorAll(".tabbed-labels label")];
    const name = kept.find((each) => labels.some((label) => labelOf(label) === each));
    const label = labels.find((each) => labelOf(each) === name);
    if (label) document.getElementById(label.htmlFor).checked = true;
  };

  const kept = "linked" in document.currentScript.dataset && globalThis.__md_get("__tabs");
  if (Array.isArray(kept)) {
    for (const set of document.querySelectorAll(".tabbed-set")) open(set, kept);
  }

  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.name?.startsWith("__tabbed_")) target.checked = true;
})();

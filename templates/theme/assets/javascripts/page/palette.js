// Light or dark as it was chosen, before anything is drawn.
(() => {
  "use strict";

  const SYSTEM = "(prefers-color-scheme)";
  const NAMES = ["media", "scheme", "primary", "accent"];
  const kept = globalThis.__md_get("__palette");
  if (!kept?.color) return;

  const colour = { ...kept.color };
  if (colour.media === SYSTEM) {
    const isLight = matchMedia("(prefers-color-scheme: light)").matches;
    const wanted = `(prefers-color-scheme: ${isLight ? "light" : "dark"})`;
    const option = document.querySelector(`[data-md-color-media='${wanted}']`);
    for (const name of NAMES) {
      colour[name] = option?.getAttribute(`data-md-color-${name}`) ?? colour[name];
    }
  }
  for (const [name, value] of Object.entries(colour)) {
    document.body.setAttribute(`data-md-color-${name}`, value);
  }
})();

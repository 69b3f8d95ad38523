// What the theme keeps in this browser, under names that begin with where the handbook lies.
// The theme's own script calls these four by name.
(() => {
  "use strict";

  const scope = new URL(document.currentScript.dataset.scope, location);

  globalThis.__md_scope = scope;

  globalThis.__md_hash = (words) =>
    [...words].reduce((hash, sign) => ((hash << 5) - hash + sign.charCodeAt(0)) | 0, 0);

  // Where the browser refuses to keep anything, nothing was kept.
  globalThis.__md_get = (name, store, within = scope) => {
    try {
      return JSON.parse((store ?? localStorage).getItem(`${within.pathname}.${name}`));
    } catch {
      return null;
    }
  };

  globalThis.__md_set = (name, value, store, within = scope) => {
    try {
      (store ?? localStorage).setItem(`${within.pathname}.${name}`, JSON.stringify(value));
    } catch {
      // then it is forgotten with the page
    }
  };
})();

// The desk is what one can work with on a page: run, speak, fill, my role.
// Classic scripts with one namespace, because modules do not load from file://. A page loads only
// those of its kind: partials/desk.html. What the page knows stands in <script id="desk-data">.
((desk) => {
  "use strict";

  const read = (id) => {
    const found = globalThis.document?.getElementById(id);
    return found ? JSON.parse(found.textContent) : {};
  };

  desk.words = read("desk-words");
  desk.data = read("desk-data");

  // Say a label: t("step-n", {number: 3}).
  desk.t = (key, details = {}) =>
    globalThis.handbookSaid(desk.words[key] ?? key, details);
})((globalThis.handbookDesk ??= {}));

// A page at a former address leads on to the new one, at the place that its own address names.
(() => {
  "use strict";

  const link = document.querySelector("a");
  link.hash = location.hash;
  location.replace(link.href);
})();

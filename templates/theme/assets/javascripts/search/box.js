// The search box: it loads the index when someone turns to it, and shows what is found as one
// types.
((search) => {
  "use strict";

  const SHOWN = 30;
  const root = document.querySelector("[data-search]");
  if (!root) return;
  const field = root.querySelector("input");
  const toggle = document.querySelector("#__search");
  const list = root.querySelector(".md-search-result__list");
  const told = root.querySelector(".md-search-result__meta");
  const choice = root.querySelector(".search-kinds");
  const words = JSON.parse(root.querySelector("script[type='application/json']").textContent);
  const base = root.dataset.search.replace(/\/?$/, "/");
  let ready; // the index, once it is loaded
  let loading = false;
  let last; // what was looked for last, so that a key that changes nothing does nothing
  let kind = "";

  const el = (name, classes, ...children) => {
    const element = document.createElement(name);
    if (classes) element.className = classes;
    element.append(...children);
    return element;
  };
  const say = (key, details = {}) => {
    told.textContent = globalThis.handbookSaid(words[key], details);
  };
  const marked = (pieces) =>
    pieces.map(([text, isMarked]) => (isMarked ? el("mark", "", text) : text));

  const load = () => {
    if (ready || loading) return;
    loading = true;
    say("waiting");
    const opened = (index) => {
      ready = search.prepare(index);
      drawKinds();
      last = undefined;
      show();
    };
    const failed = () => {
      loading = false;
      say("failed");
    };
    if (location.protocol !== "file:") {
      fetch(`${base}search/search_index.json`)
        .then((answer) => answer.json())
        .then(opened)
        .catch(failed);
      return;
    }
    // A page opened by double click may not fetch; the offline plugin wrote the index as a script.
    const script = el("script");
    script.src = `${base}search/search_index.js`;
    script.onload = () => opened(globalThis.__index);
    script.onerror = failed;
    document.head.append(script);
  };

  const drawKinds = () => {
    const used = new Set(ready.pages.map((page) => page.kind));
    const kinds = [["", words.everything], ...ready.kinds.filter(([name]) => used.has(name))];
    choice.replaceChildren(...kinds.map(([name, label]) => {
      const button = el("button", "", label);
      button.type = "button";
      button.dataset.kind = name;
      button.setAttribute("aria-pressed", String(name === kind));
      button.addEventListener("click", () => choose(name));
      return button;
    }));
  };

  const choose = (name) => {
    kind = name;
    for (const button of choice.children) {
      button.setAttribute("aria-pressed", String(button.dataset.kind === kind));
    }
    last = undefined;
    show();
  };

  const line = (hit, needles, partOf) => {
    const { page, name } = hit;
    const part = partOf(hit);
    const text = (written) => marked(search.piecesOf(written, ready.fold(written), needles, true));
    const link = el("a", "md-search-result__link");
    link.href = base + page.url + (part?.anchor ? `#${encodeURIComponent(part.anchor)}` : "");
    const retired = page.weight < 1 ? words.retired : "";
    const about = [page.kindLabel, page.section, ...page.codes, retired];
    const body = el("article", "md-search-result__article md-typeset",
      el("h1", "", ...text(page.title)),
      el("p", "search-about", ...text(about.filter(Boolean).join(" · "))));
    if (name && name.is !== "title") {
      const as = words[name.is === "ask" ? "asked" : "also"];
      body.append(el("p", "search-asked", as + " ", ...text(name.name)));
    }
    if (part) {
      if (part.heading) body.append(el("h2", "", ...text(part.heading)));
      if (part.text) body.append(el("p", "search-text", ...text(part.text)));
    }
    // The page marks the same words; of what was found by sound, the title.
    const marks = [...body.querySelectorAll("mark")].map((mark) => mark.textContent);
    if (!marks.length && name?.is === "title") marks.push(page.title);
    const found = [...new Set(marks)];
    if (found.length) link.search = `?found=${encodeURIComponent(found.join("\n"))}`;
    link.append(body);
    return el("li", "md-search-result__item", link);
  };

  const show = () => {
    const typed = field.value.trim();
    if (!ready || `${kind} ${typed}` === last) return;
    last = `${kind} ${typed}`;
    const { hits, needles, partOf } = search.find(ready, typed);
    const fitting = kind ? hits.filter(({ page }) => page.kind === kind) : hits;
    list.replaceChildren(...fitting.slice(0, SHOWN).map((hit) => line(hit, needles, partOf)));
    const number = fitting.length;
    if (!typed) say("start");
    else if (!number) say("none");
    else say(number > SHOWN ? "first" : "many", { number, shown: SHOWN });
  };

  const open = (isOpen) => {
    if (toggle.checked !== isOpen) toggle.click();
  };

  const move = (by) => {
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement) + by;
    stops[(at + stops.length) % stops.length].focus();
  };

  field.addEventListener("focus", () => {
    open(true);
    load();
  });
  for (const event of ["input", "keyup"]) field.addEventListener(event, show);
  field.form.addEventListener("reset", () => {
    setTimeout(show);
    field.focus();
  });
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) open(false);
  });
  toggle.addEventListener("change", () => (toggle.checked ? field.focus() : field.blur()));
  root.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      open(false);
      document.activeElement.blur();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (event.target !== field && !event.target.closest("a")) return;
      move(event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
    }
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    if (["/", "f", "s"].includes(event.key)) {
      field.focus();
      event.preventDefault();
    }
  });
  say("start");
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    field.value = asked;
    field.focus();
  }
})((globalThis.handbookSearch ??= {}));

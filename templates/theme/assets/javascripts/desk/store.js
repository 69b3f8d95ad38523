// Keep things in this browser. All files of a disk share one store, hence the handbook's own
// prefix. Where the browser refuses, everything still works until the page is closed; `isKept`
// tells.
((desk) => {
  "use strict";

  const memory = () => {
    const kept = new Map();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, text),
      removeItem: (key) => void kept.delete(key),
      keys: () => [...kept.keys()],
    };
  };

  const keysOf = (area) =>
    area.keys ? area.keys() : Array.from({ length: area.length }, (_, at) => area.key(at));

  desk.makeStore = (open, prefix) => {
    let area;
    let isKept = true;
    const spare = memory();
    const refused = () => {
      if (isKept && area) for (const key of keysOf(area)) spare.setItem(key, area.getItem(key));
      isKept = false;
      area = spare;
    };
    try {
      area = open();
      area.setItem(`${prefix}.try`, "1");
      area.removeItem(`${prefix}.try`);
    } catch {
      area = null;
      refused();
    }

    const name = (key) => `${prefix}.${key}`;
    return {
      isKept: () => isKept,
      get(key) {
        try {
          return JSON.parse(area.getItem(name(key)));
        } catch {
          return null; // written by something else
        }
      },
      set(key, value) {
        const text = JSON.stringify(value);
        try {
          area.setItem(name(key), text);
        } catch {
          refused(); // full, or closed meanwhile
          area.setItem(name(key), text);
        }
      },
      remove: (key) => area.removeItem(name(key)),
      keys: (start) =>
        keysOf(area)
          .filter((key) => key.startsWith(name(start)))
          .map((key) => key.slice(prefix.length + 1))
          .sort(),
    };
  };

  const prefix = `handbook.${desk.words?.namespace ?? ""}`;
  desk.store = desk.makeStore(() => globalThis.localStorage, prefix); // for good
  desk.session = desk.makeStore(() => globalThis.sessionStorage, prefix); // for this tab
})((globalThis.handbookDesk ??= {}));

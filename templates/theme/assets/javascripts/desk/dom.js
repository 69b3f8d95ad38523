// Draw: elements whose text is only ever text, words for those who listen, copying and saving.
((desk) => {
  "use strict";

  // el("button.big", {type: "button", onclick: go}, "words"): a function listens, true is a bare
  // attribute, false and null leave one out. Who has no attributes begins with the children.
  desk.el = (name, ...rest) => {
    const [tag, ...classes] = name.split(".");
    const element = document.createElement(tag || "div");
    if (classes.length) element.className = classes.join(" ");
    const hasAttributes = rest[0]?.constructor === Object;
    for (const [key, value] of Object.entries(hasAttributes ? rest.shift() : {})) {
      if (typeof value === "function") element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value != null) element.setAttribute(key, value);
    }
    element.append(...rest.flat().filter((child) => child != null && child !== false));
    return element;
  };

  desk.button = (words, onclick, attributes = {}) => {
    const { look = "", ...rest } = attributes;
    return desk.el(
      `button.desk-button${look && "." + look}`,
      { type: "button", onclick, ...rest },
      words,
    );
  };

  // A button that asks again in its own place before it does something.
  desk.twice = (words, again, then) => {
    const first = desk.button(
      words,
      () => {
        first.hidden = true;
        second.hidden = false;
        second.focus();
      },
      { look: "quiet" },
    );
    const back = () => {
      second.hidden = true;
      first.hidden = false;
    };
    const second = desk.button(again, then, { look: "alarm", hidden: true, onblur: back });
    return desk.el("span.desk-twice", first, second);
  };

  // A labelled place to write in.
  desk.field = (label, input) => desk.el("label.desk-field", desk.el("span.label", label), input);

  // An option with what it means, where that is written.
  desk.withMeaning = (asked, words) => {
    const means = asked.means?.[words];
    return means ? desk.t("option-means", { option: words, means }) : words;
  };

  // Change text only where it differs: those who listen hear nothing twice.
  desk.say = (element, words) => {
    if (element.textContent !== words) element.textContent = words;
  };

  let voice = null;
  desk.announce = (words) => {
    if (!voice) {
      voice = desk.el("p.desk-voice", { role: "status", "aria-live": "polite" });
      document.body.append(voice);
    }
    voice.textContent = words;
  };

  // The clipboard is closed to pages from a disk in some browsers; a selection is always allowed.
  desk.copy = async (words) => {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const field = desk.el("textarea.desk-voice", { "aria-hidden": "true" });
      field.value = words;
      const before = document.activeElement;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      before?.focus();
    }
    desk.announce(desk.t("copied"));
  };

  desk.save = (name, text, type) => {
    const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    const link = desk.el("a", { href: address, download: name.replace(/[\\/:*?"<>|\s]+/g, "-") });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };

  // Print one part of the page: the style sheet hides what stands beside it.
  desk.print = (part) => {
    const root = document.documentElement;
    root.dataset.printing = part;
    addEventListener("afterprint", () => delete root.dataset.printing, { once: true });
    window.print();
  };
})((globalThis.handbookDesk ??= {}));

// Words to speak: blanks filled, and how long they take.
((desk) => {
  "use strict";

  // Calm speech: 240 Chinese characters, or 150 words of Latin letters, a minute.
  const seconds = (text) => {
    const signs = (text.match(/[\u3400-\u9fff]/g) ?? []).length;
    const words = (text.match(/[A-Za-z0-9'-]+/g) ?? []).length;
    return Math.ceil(signs / 4 + words / 2.5);
  };

  // The text of an element; a blank that is not filled stands in brackets.
  const textOf = (element) =>
    [...element.childNodes]
      .map((node) => {
        if (!node.classList) return node.textContent;
        if (!node.classList.contains("slot")) return textOf(node);
        return node.classList.contains("is-filled") ? node.textContent : `【${node.textContent}】`;
      })
      .join("")
      .replace(/\s+/g, " ")
      .trim();

  // Put values into the blanks of a part of the page; an empty value shows the name again.
  const fill = (root, values) => {
    for (const slot of root.querySelectorAll(".slot:not([data-fixed])")) {
      slot.dataset.name ??= slot.textContent;
      const value = values[slot.dataset.name]?.trim();
      if (slot.textContent !== (value || slot.dataset.name)) {
        slot.textContent = value || slot.dataset.name;
      }
      slot.classList.toggle("is-filled", Boolean(value));
    }
  };

  desk.speech = { seconds, textOf, fill };
})((globalThis.handbookDesk ??= {}));

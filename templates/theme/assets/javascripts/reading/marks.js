// Mark what was searched for on the page reached from a result: ?found= holds the words as they are
// written there, one a line, so that those found by pinyin or in the other script are marked too.
((reading) => {
  "use strict";

  const MOST = 12; // different words
  const APART = "script, style, select, textarea, button, svg, .desk, .headerlink, .desk-unseen";

  // Cut a text into pieces [words, whether found]; the longer of two words wins.
  reading.pieces = (text, words) => {
    const small = text.toLowerCase();
    const sought = words.map((word) => word.toLowerCase()).sort((a, b) => b.length - a.length);
    const found = [];
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const word = sought.find((each) => small.startsWith(each, at));
      if (!word) continue;
      if (at > from) found.push([text.slice(from, at), false]);
      found.push([text.slice(at, at + word.length), true]);
      from = at + word.length;
      at = from - 1;
    }
    if (from < text.length) found.push([text.slice(from), false]);
    return found;
  };

  const article = globalThis.document?.querySelector("article.md-typeset");
  const bar = globalThis.document?.querySelector(".found-bar");
  if (!article || !bar) return;
  const asked = new URLSearchParams(location.search).get("found") ?? "";
  const words = [...new Set(asked.split("\n"))].filter((word) => word.trim()).slice(0, MOST);
  if (!words.length) return;

  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.data.trim() && !node.parentElement.closest(APART)) texts.push(node);
  }
  const marks = [];
  for (const node of texts) {
    const pieces = reading.pieces(node.data, words);
    if (!pieces.some(([, isFound]) => isFound)) continue;
    node.replaceWith(
      ...pieces.map(([text, isFound]) => {
        if (!isFound) return text;
        const mark = document.createElement("mark");
        mark.className = "found";
        mark.append(text);
        marks.push(mark);
        return mark;
      }),
    );
  }
  if (!marks.length) return;

  const unmark = () => {
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(mark.textContent);
      parent.normalize();
    }
    bar.hidden = true;
    try {
      history.replaceState(null, "", location.pathname + location.hash);
    } catch {
      // a browser may keep the address of a page on a disk as it is
    }
  };
  const told = bar.querySelector("[data-found]");
  told.textContent = globalThis.handbookSaid(told.dataset.found, {
    words: words.join(told.dataset.comma),
    number: marks.length,
  });
  bar.querySelector("button").addEventListener("click", unmark);
  article.querySelector("h1")?.after(bar);
  bar.hidden = false;
})((globalThis.handbookReading ??= {}));

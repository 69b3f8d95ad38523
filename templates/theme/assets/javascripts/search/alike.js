// Find what is alike: a name half remembered, the words of a customer in another order.
((search) => {
  "use strict";

  const ALIKE = 66; // all of it, in a title of this length
  const TEXT = 30; // below this a name says less than the text
  const LEAST = 0.3; // of what was typed, by worth
  const UNKNOWN = 0.15; // worth of what no page says, against what one page says
  const IN_TEXT = 0.5; // worth of what only texts say
  const ASKING = new Set(
    "怎么 么办 怎样 样办 什么 么时 时候 如何 可以 能不 不能 是否 请问 多少 哪里 我要 想要 了怎 找谁 有没 没有".split(" "));

  const holds = (page, gram) =>
    page.all.includes(gram) || page.names.some((name) => name.folded.includes(gram));

  // What each pair of signs is worth: the rarer, the more; less where no name has it, and little
  // where no page has it or where it only asks.
  search.worthOf = (pages, grams) =>
    grams.map((gram) => {
      const number = pages.reduce((sum, page) => sum + holds(page, gram), 0);
      const inNames = pages.some((page) => page.names.some((name) => name.folded.includes(gram)));
      const rarity = Math.log(1 + pages.length / Math.max(1, number));
      const share = !number || ASKING.has(gram) ? UNKNOWN : inNames ? 1 : IN_TEXT;
      return { gram, worth: rarity * share };
    });

  // How much of what was typed a page holds, above all in one of its names.
  search.alike = (page, grams, total) => {
    let best = { score: 0, share: 0 };
    const held = grams.filter(({ gram }) => holds(page, gram));
    const union = held.reduce((sum, { worth }) => sum + worth, 0) / total;
    if (union < LEAST) return best;
    for (const name of page.names) {
      const own = grams.filter(({ gram }) => name.folded.includes(gram));
      if (!own.length) continue;
      const share = own.reduce((sum, { worth }) => sum + worth, 0) / total;
      const filled = Math.min(1, own.length / Math.max(1, name.squeezed.length - 1));
      const score = ALIKE * share * (0.7 + 0.3 * filled) * (name.is === "title" ? 1 : 0.96);
      if (score > best.score) best = { score, share, name };
    }
    const score = 0.85 * best.score + 12 * union;
    return { score, share: union, name: best.score > TEXT * union ? best.name : undefined };
  };

  // The part of a page that holds the most of it.
  search.richest = (page, grams) => {
    let best = { value: 0 };
    for (const part of page.parts) {
      const text = `${part.foldedHeading}\n${part.folded}`;
      const value = grams
        .filter(({ gram }) => text.includes(gram))
        .reduce((sum, { worth }) => sum + worth, 0);
      if (value > best.value) best = { value, part };
    }
    return best.part;
  };
})((globalThis.handbookSearch ??= {}));

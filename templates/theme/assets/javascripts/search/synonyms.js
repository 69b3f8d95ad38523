// Say what is typed in other words of the same meaning, from the handbook's own list.
((search) => {
  "use strict";

  const MOST = 8; // ways of saying it; a page is looked through once for each

  // Return the phrase in other words, each with one word replaced: 修车回访, 维修回访.
  search.otherWords = (groups, phrase) => {
    const said = new Set([phrase]);
    for (const group of groups) {
      // The longest word that was typed: 退费用 is not 退费 + 用.
      const typed = group
        .filter((word) => phrase.includes(word))
        .sort((a, b) => b.length - a.length);
      if (!typed.length) continue;
      for (const word of group) {
        if (!phrase.includes(word) && said.size <= MOST) said.add(phrase.replace(typed[0], word));
      }
    }
    said.delete(phrase);
    return [...said];
  };
})((globalThis.handbookSearch ??= {}));

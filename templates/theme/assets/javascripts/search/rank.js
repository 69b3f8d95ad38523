// Find pages and put them in order: the exact title, titles, other names, codes and what customers
// ask, headings, text; last, what shares enough with a half-remembered name.
((search) => {
  "use strict";

  const RANK = {
    exact: 120, title: 80, sound: [0, 74, 80, 86], initials: [0, 60, 71, 78], alias: 70,
    code: 64, ask: 58, digits: 57, askSound: 52, heading: 44, about: 40, text: 30, alike: 66,
  };
  const RETIRED = 25; // how far down goes what is no longer used
  const NUMBER = /\d[\d\s()-]{3,}\d/g;
  const { squeeze } = search;

  // Make an index ready: fold every text once.
  search.prepare = (index) => {
    const fold = search.makeFold(index.fold);
    const pages = index.pages.map(
      ([url, title, kind, section, weight, codes, aliases, asks, pinyin, parts]) => ({
        url, title, kind: index.kinds[kind][0], kindLabel: index.kinds[kind][1],
        section: index.sections[section], weight, codes, aliases, asks,
        parts: parts.map(([anchor, heading, text]) => ({
          anchor, heading, text, foldedHeading: fold(heading), folded: fold(text),
        })),
        names: [title, ...aliases, ...asks].map((name, at) => ({
          name, folded: fold(name), squeezed: squeeze(fold(name)),
          sounds: search.makeSyllables(pinyin[at] ?? ""),
          is: at === 0 ? "title" : at <= aliases.length ? "alias" : "ask",
        })),
        squeezedCodes: codes.map((code) => squeeze(fold(code))),
        about: fold(`${index.kinds[kind][1]} ${index.sections[section]}`),
      }),
    );
    for (const page of pages) {
      page.all = page.parts.map((part) => `${part.foldedHeading}\n${part.folded}`).join("\n");
      page.numbers = [...page.names.map(({ folded }) => folded), page.all]
        .flatMap((text) => text.match(NUMBER) ?? []).map(squeeze).join(" ");
    }
    return { pages, fold, kinds: index.kinds };
  };

  const cover = (term, whole) => (whole.length ? term.length / whole.length : 0);

  const nameScore = ({ folded, squeezed, sounds, is }, term, letters) => {
    const short = squeeze(term);
    if (short && squeezed === short) return is === "title" ? RANK.exact : RANK[is] + 9;
    if (folded.includes(term) || (short.length > 1 && squeezed.includes(short))) {
      const start = folded.startsWith(term) ? 4 : 0;
      return RANK[is] + 5 * cover(term, folded) + start;
    }
    if (letters.length < 2) return 0;
    const sound = search.fitSound(sounds, letters);
    const initials = search.fitInitials(sounds, letters);
    if (is === "ask") return sound || initials === 3 ? RANK.askSound : 0;
    const lower = is === "title" ? 0 : 9;
    const nearness = 4 * cover(letters, initials > 0 && !sound ? sounds.initials : sounds.joined);
    const best = Math.max(RANK.sound[sound], RANK.initials[initials]);
    return best ? best + nearness - lower : 0;
  };

  const codeScore = (page, term) => {
    const short = squeeze(term);
    if (short.length < 2) return 0;
    for (const code of page.squeezedCodes) {
      if (code === short) return RANK.code + 5;
      if (code.startsWith(short)) return RANK.code + 3;
      if (short.length > 2 && code.includes(short)) return RANK.code;
    }
    return /^\d{4,}$/.test(short) && page.numbers.includes(short) ? RANK.digits : 0;
  };

  // How well a page answers one term: the score, the name that fits, the part that holds it.
  const termScore = (page, term) => {
    const letters = /^[a-z0-9' -]+$/.test(term) ? term.replace(/[^a-z0-9]/g, "") : "";
    let found = { score: codeScore(page, term) };
    for (const name of page.names) {
      const score = nameScore(name, term, letters);
      if (score > found.score) found = { score, name };
    }
    if (found.score > RANK.heading + 6) return found;
    if (page.all.includes(term)) {
      const headed = page.parts.find((part) => part.foldedHeading.includes(term));
      const part = headed ?? page.parts.find(({ folded }) => folded.includes(term));
      const score = headed ? RANK.heading + 4 * cover(term, headed.foldedHeading) : RANK.text;
      if (part && score > found.score) return { score, part };
    }
    return !found.score && page.about.includes(term) ? { score: RANK.about } : found;
  };

  const allTerms = (page, terms) => {
    const each = terms.map((term) => termScore(page, term));
    if (each.some(({ score }) => !score)) return { score: 0 };
    const score = each.reduce((sum, one) => sum + Math.min(one.score, 90), 0) / terms.length - 3;
    const best = each.reduce((one, other) => (other.score > one.score ? other : one));
    return { ...best, part: each.find(({ part }) => part)?.part, score };
  };

  // What each pair of signs is worth: the rarer, the more; what occurs nowhere counts a little.
  const worthOf = (pages, grams) =>
    grams.map((gram) => {
      const number = pages.reduce(
        (sum, page) => sum + (page.all.includes(gram) || page.names.some((n) => n.folded.includes(gram))), 0);
      return { gram, worth: number ? Math.log(1 + pages.length / number) : 1 };
    });

  const alike = (page, grams, total) => {
    let best = { score: 0, share: 0 };
    let everywhere = 0;
    for (const { gram, worth } of grams) {
      if (page.all.includes(gram) || page.names.some((name) => name.folded.includes(gram))) everywhere += worth;
    }
    const union = everywhere / total;
    if (union < 0.3) return best;
    for (const name of page.names) {
      const own = grams.filter(({ gram }) => name.folded.includes(gram));
      if (!own.length) continue;
      const share = own.reduce((sum, { worth }) => sum + worth, 0) / total;
      const filled = Math.min(1, own.length / Math.max(1, name.squeezed.length - 1));
      const score = RANK.alike * share * (0.7 + 0.3 * filled) * (name.is === "title" ? 1 : 0.96);
      if (score > best.score) best = { score, share, name };
    }
    const score = 0.85 * best.score + 12 * union;
    return { score, share: union, name: best.score > RANK.text * union ? best.name : undefined };
  };

  const richest = (page, grams) => {
    let best = { value: 0 };
    for (const part of page.parts) {
      const text = `${part.foldedHeading}\n${part.folded}`;
      const value = grams.reduce((sum, { gram, worth }) => sum + (text.includes(gram) ? worth : 0), 0);
      if (value > best.value) best = { value, part };
    }
    return best.part;
  };

  // Return what is found, best first: {page, score, name?, part?}; and the words to mark.
  search.find = ({ pages, fold }, typed) => {
    const phrase = fold(typed).trim().replace(/ +/g, " ");
    if (!squeeze(phrase)) return { hits: [], needles: [] };
    const terms = [...new Set(search.termsOf(phrase))];
    const grams = worthOf(pages, search.gramsOf(phrase));
    const total = grams.reduce((sum, { worth }) => sum + worth, 0);
    const hits = [];
    for (const page of pages) {
      let hit = termScore(page, phrase);
      if (hit.score < RANK.title && terms.length > 1) {
        const together = allTerms(page, terms);
        if (together.score > hit.score) hit = together;
      }
      if (hit.score < RANK.ask && grams.length > 1) {
        const near = alike(page, grams, total);
        if (near.score > hit.score && near.share > 0.4) hit = near;
      }
      if (!hit.score) continue;
      const order = hit.score + (page.weight < 1 ? -RETIRED : 1.5 * Math.min(page.weight, 2));
      hits.push({ ...hit, page, order });
    }
    hits.sort((one, other) => other.order - one.order || one.page.title.length - other.page.title.length);
    const best = hits.length ? hits[0].order : 0;
    return {
      hits: hits.filter(({ order }) => order > best / 4),
      needles: [...new Set([phrase, ...terms, ...search.gramsOf(phrase)])].filter((word) => word.trim()),
      partOf: (hit) => hit.part ?? (hit.name ? undefined : richest(hit.page, grams)),
    };
  };
})((globalThis.handbookSearch ??= {}));

// Find pages and put them in order: the exact title, titles, other names, codes and what customers
// ask, headings, text; last, what is alike (alike.js).
((search) => {
  "use strict";

  const RANK = {
    exact: 120, title: 80, sound: [0, 74, 80, 86], initials: [0, 60, 71, 78], alias: 70,
    code: 64, ask: 58, digits: 57, askSound: 52, id: 51, heading: 44, heard: 42, about: 40,
    text: 30,
  };
  const SAID_OTHERWISE = 6; // how far down goes what was said in another word
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
        id: url.split("/").pop().replace(/\.html.*/, ""),
        about: fold(`${index.kinds[kind][1]} ${index.sections[section]}`),
      }),
    );
    for (const page of pages) {
      page.all = page.parts.map((part) => `${part.foldedHeading}\n${part.folded}`).join("\n");
      page.numbers = [...page.names.map(({ folded }) => folded), page.all]
        .flatMap((text) => text.match(NUMBER) ?? []).map(squeeze).join(" ");
    }
    return {
      pages, fold, kinds: index.kinds, reading: search.makeReading(index.sounds),
      synonyms: index.synonyms.map((group) => group.map(fold)),
    };
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
    if (/^\d{4,}$/.test(short) && page.numbers.includes(short)) return RANK.digits;
    // Ids are English words: complaint, birthday-greeting.
    return /^[a-z]{4,}/.test(term) && page.id.includes(term.replace(/ /g, "-")) ? RANK.id : 0;
  };

  // How well a page answers one term: the score, the name that fits, the part that holds it.
  const termScore = (page, term) => {
    const letters = /^[a-z0-9' -]+$/.test(term) ? term.replace(/[^a-z0-9]/g, "") : "";
    const code = codeScore(page, term);
    let found = { score: code, name: code ? page.names[0] : undefined };
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

  // How well a page answers what was typed: as it stands, its words apart, by halves, by sound.
  const answerTo = (page, { phrase, terms, grams, total, sound }) => {
    let hit = termScore(page, phrase);
    const better = (other) => {
      if (other.score > hit.score) hit = other;
    };
    if (hit.score < RANK.title && terms.length > 1) better(allTerms(page, terms));
    if (hit.score < RANK.ask && grams.length > 1) {
      const near = search.alike(page, grams, total);
      if (near.share > 0.4) better(near);
    }
    if (hit.score < RANK.heard && sound) {
      const name = page.names.find((each) => search.soundsLike(each, phrase, sound));
      if (name) better({ score: RANK.heard + 4 * cover(phrase, name.folded), name });
    }
    return hit;
  };

  // Half a memory is looked for in the words typed only: looking so for others takes too long.
  const asked = ({ pages, reading }, phrase, halves) => {
    const grams = search.worthOf(pages, halves);
    return {
      phrase,
      terms: [...new Set(search.termsOf(phrase))],
      grams,
      total: grams.reduce((sum, { worth }) => sum + worth, 0),
      sound: search.soundOf(reading, phrase),
    };
  };

  // Return what is found, best first: {page, score, name?, part?}; and the words to mark.
  search.find = (index, typed) => {
    const phrase = index.fold(typed).trim().replace(/ +/g, " ");
    if (!squeeze(phrase)) return { hits: [], needles: [] };
    const said = asked(index, phrase, search.gramsOf(phrase));
    const otherwise = search.otherWords(index.synonyms, phrase)
      .map((words) => asked(index, words, []));
    const hits = [];
    for (const page of index.pages) {
      let hit = answerTo(page, said);
      for (const words of otherwise) {
        const other = answerTo(page, words);
        if (other.score - SAID_OTHERWISE > hit.score) {
          hit = { ...other, score: other.score - SAID_OTHERWISE };
        }
      }
      if (!hit.score) continue;
      const order = hit.score + (page.weight < 1 ? -RETIRED : 1.5 * Math.min(page.weight, 2));
      hits.push({ ...hit, page, order });
    }
    const shorter = (one, other) => one.page.title.length - other.page.title.length;
    hits.sort((one, other) => other.order - one.order || shorter(one, other));
    const best = hits.length ? hits[0].order : 0;
    const needles = [said, ...otherwise].flatMap((words) => [words.phrase, ...words.terms]);
    return {
      hits: hits.filter(({ order }) => order > best / 4),
      needles: [...new Set([...needles, ...search.gramsOf(phrase)])].filter((word) => word.trim()),
      partOf: (hit) => hit.part ?? (hit.name ? undefined : search.richest(hit.page, said.grams)),
    };
  };
})((globalThis.handbookSearch ??= {}));

// Cut what is shown of a result out of the text, with what was typed marked.
((search) => {
  "use strict";

  const LONGEST = 90; // signs of an excerpt
  const BEFORE = 24; // of them before what was found

  // Return [from, to] of what to mark, in order and without overlaps.
  search.marksOf = (folded, needles) => {
    const found = [];
    for (const needle of needles) {
      const next = (from) => folded.indexOf(needle, from);
      for (let at = next(0); at >= 0; at = next(at + needle.length)) {
        found.push([at, at + needle.length]);
      }
      if (found.length && needle === needles[0]) break; // the whole of it: parts add nothing
    }
    found.sort((one, other) => one[0] - other[0]);
    const joined = [];
    for (const [from, to] of found) {
      const last = joined.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else joined.push([from, to]);
    }
    return joined;
  };

  // Return a text as pieces [words, whether marked]; `cut` shortens it around the first mark.
  search.piecesOf = (text, folded, needles, cut = false) => {
    const marks = search.marksOf(folded, needles);
    let from = 0;
    let to = text.length;
    if (cut && to > LONGEST) {
      from = marks.length ? Math.max(0, marks[0][0] - BEFORE) : 0;
      to = Math.min(text.length, from + LONGEST);
    }
    const pieces = from > 0 ? [["…", false]] : [];
    let at = from;
    for (const [start, end] of marks) {
      if (start < from || end > to) continue;
      pieces.push([text.slice(at, start), false], [text.slice(start, end), true]);
      at = end;
    }
    pieces.push([text.slice(at, to) + (to < text.length ? "…" : ""), false]);
    return pieces.filter(([words]) => words);
  };
})((globalThis.handbookSearch ??= {}));

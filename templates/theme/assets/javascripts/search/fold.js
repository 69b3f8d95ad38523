// Make what is typed and what is searched comparable. One sign stays one sign, so that places in
// the folded text are places in the text as written.
((search) => {
  "use strict";

  const CHUNK = 8192; // signs that one call may take as arguments

  // Small letters, half width, plain blanks, simplified signs; `pairs` is "體体說说…".
  search.makeFold = (pairs) => {
    const table = Uint16Array.from({ length: 65536 }, (_, code) => code);
    for (let code = 0; code < 0x590; code += 1) {
      const small = String.fromCharCode(code).toLowerCase();
      if (small.length === 1) table[code] = small.charCodeAt(0);
    }
    for (let code = 0xff01; code <= 0xff5e; code += 1) table[code] = table[code - 0xfee0];
    for (const blank of "\u00a0\u2002\u2003\u2009\u200a\u202f\u3000\n\t") {
      table[blank.charCodeAt(0)] = 32;
    }
    for (let at = 0; at < pairs.length; at += 2) {
      table[pairs.charCodeAt(at)] = pairs.charCodeAt(at + 1);
    }
    return (text) => {
      let folded = "";
      for (let from = 0; from < text.length; from += CHUNK) {
        const codes = new Uint16Array(Math.min(CHUNK, text.length - from));
        for (let at = 0; at < codes.length; at += 1) codes[at] = table[text.charCodeAt(from + at)];
        folded += String.fromCharCode.apply(null, codes);
      }
      return folded;
    };
  };

  // Letters and digits only: KF-PR-012 and kf pr 012 become one.
  search.squeeze = (text) => text.replace(/[^\p{L}\p{N}]+/gu, "");

  // The words of a query, told apart by blanks and by a change of script.
  search.termsOf = (folded) =>
    folded.match(/[\p{Script=Han}]+|[\p{L}\p{N}][^\s\p{Script=Han}，。、；：！？《》“”「」()（）]*/gu) ?? [];

  // Pairs of neighbouring Chinese signs, and whole Latin words: what half a memory still holds.
  search.gramsOf = (folded) => {
    const grams = new Set();
    for (const run of folded.match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []) {
      const isChinese = /\p{Script=Han}/u.test(run);
      if (!isChinese || run.length === 1) grams.add(run);
      else for (let at = 0; at + 1 < run.length; at += 1) grams.add(run.slice(at, at + 2));
    }
    return [...grams];
  };
})((globalThis.handbookSearch ??= {}));

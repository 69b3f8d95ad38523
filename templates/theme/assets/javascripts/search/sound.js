// Find by sound: pinyin, initials, and Chinese typed with a wrong sign of the right sound.
((search) => {
  "use strict";

  // What many speakers do not tell apart, and so do not type apart.
  const BLURRED = [[/^([zcs])h/, "$1"], [/ng$/, "n"]];
  const LEAST_RIGHT = 0.5; // of the signs typed: all wrong is another word

  const blurred = (syllable) =>
    BLURRED.reduce((sound, [told, heard]) => sound.replace(told, heard), syllable);

  // The syllables of a name, "shi wu zhao ling", made ready to be compared.
  search.makeSyllables = (spaced) => {
    const syllables = spaced ? spaced.split(" ") : [];
    const starts = new Set();
    let joined = "";
    for (const syllable of syllables) {
      starts.add(joined.length);
      joined += syllable;
    }
    return {
      joined,
      starts,
      initials: syllables.map((syllable) => syllable[0]).join(""),
      blurred: ` ${syllables.map(blurred).join(" ")} `,
    };
  };

  // How pinyin fits syllables: 3 all of them, 2 from the first, 1 from a later one, 0 not.
  search.fitSound = ({ joined, starts }, typed) => {
    if (joined === typed) return 3;
    for (let at = joined.indexOf(typed); at >= 0; at = joined.indexOf(typed, at + 1)) {
      if (starts.has(at)) return at === 0 ? 2 : 1;
    }
    return 0;
  };

  search.fitInitials = ({ initials }, typed) => {
    if (initials === typed) return 3;
    const at = initials.indexOf(typed);
    return at < 0 ? 0 : at === 0 ? 2 : 1;
  };

  // How signs are read; `sounds` is "a阿啊 ai哀挨…".
  search.makeReading = (sounds) => {
    const reading = new Map();
    for (const [, syllable, signs] of sounds.matchAll(/([a-z]+)([^a-z ]+)/g)) {
      for (const sign of signs) reading.set(sign, blurred(syllable));
    }
    return reading;
  };

  // How a Chinese word sounds, " fan xiu "; undefined where a sign is not Chinese or not known.
  search.soundOf = (reading, word) => {
    const syllables = [...word].map((sign) => reading.get(sign));
    const isKnown = syllables.length > 1 && syllables.every(Boolean);
    return isKnown ? ` ${syllables.join(" ")} ` : undefined;
  };

  // Whether a name sounds like a word of which at least half the signs are right.
  search.soundsLike = ({ folded, sounds }, word, sound) => {
    if (!sounds.blurred.includes(sound)) return false;
    const signs = [...word];
    return signs.filter((sign) => folded.includes(sign)).length >= LEAST_RIGHT * signs.length;
  };
})((globalThis.handbookSearch ??= {}));

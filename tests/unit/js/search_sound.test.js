const assert = require("node:assert/strict");
const { test } = require("node:test");
const search = require("./search.js")("fold.js", "sound.js");

test("pinyin fits from a syllable on, and while it is still being typed", () => {
  const sounds = search.makeSyllables("ke hu tou su");
  assert.equal(search.fitSound(sounds, "kehutousu"), 3);
  assert.equal(search.fitSound(sounds, "kehut"), 2);
  assert.equal(search.fitSound(sounds, "tousu"), 1);
  assert.equal(search.fitSound(sounds, "usu"), 0);
});

test("initials fit from any syllable on", () => {
  const sounds = search.makeSyllables("ke hu tou su");
  assert.equal(search.fitInitials(sounds, "khts"), 3);
  assert.equal(search.fitInitials(sounds, "kh"), 2);
  assert.equal(search.fitInitials(sounds, "ts"), 1);
  assert.equal(search.fitInitials(sounds, "kt"), 0);
});

const reading = search.makeReading("fan反返翻 lou漏 shu述书 shui水 su诉 tou投 xiu修");
const name = (folded, spaced) => ({ folded, sounds: search.makeSyllables(spaced) });
const like = (folded, spaced, typed) =>
  search.soundsLike(name(folded, spaced), typed, search.soundOf(reading, typed));

test("a wrong sign of the right sound is heard", () => {
  assert.ok(like("机件返修", "ji jian fan xiu", "反修"));
});

test("sounds that many do not tell apart are one", () => {
  assert.ok(like("客户投诉", "ke hu tou su", "投述"));
});

test("all signs wrong are another word", () => {
  assert.ok(!like("客户投诉", "ke hu tou su", "头书"));
});

test("only whole syllables sound alike, and only Chinese has a sound here", () => {
  assert.ok(!like("漏税", "lou shui", "漏书"));
  assert.equal(search.soundOf(reading, "反x"), undefined);
  assert.equal(search.soundOf(reading, "反"), undefined);
});

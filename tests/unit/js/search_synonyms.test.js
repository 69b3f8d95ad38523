const assert = require("node:assert/strict");
const { test } = require("node:test");
const search = require("./search.js")("synonyms.js");

const GROUPS = [
  ["退款", "退钱", "退费"],
  ["驾驶员", "司机"],
];

test("one word is replaced by each other one of its group", () => {
  assert.deepEqual(search.otherWords(GROUPS, "退钱怎么办"), ["退款怎么办", "退费怎么办"]);
});

test("what is in no group has no other words", () => {
  assert.deepEqual(search.otherWords(GROUPS, "投诉"), []);
});

test("a long list of synonyms does not make a search long", () => {
  const group = Array.from({ length: 40 }, (_, at) => `词${String.fromCodePoint(0x4e00 + at)}`);
  assert.ok(search.otherWords([group], group[0]).length <= 8);
});

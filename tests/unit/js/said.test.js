// A message in the form that a number asks for.
const { test } = require("node:test");
const assert = require("node:assert");
const path = require("node:path");

require(path.join(__dirname, "../../../templates/theme/assets/javascripts/page/said.js"));
const said = globalThis.handbookSaid;

test("one has its form, and all other numbers theirs", () => {
  const words = "{number:# step|# steps}, {number:it is|they are} late";
  assert.equal(said(words, { number: 1 }), "1 step, it is late");
  assert.equal(said(words, { number: "3" }), "3 steps, they are late");
  assert.equal(said(words, { number: 0 }), "0 steps, they are late");
});

test("a language says itself which numbers take the first form", () => {
  const words = "{number=0,1:# étape|# étapes}";
  assert.equal(said(words, { number: 0 }), "0 étape");
  assert.equal(said(words, { number: "1" }), "1 étape");
  assert.equal(said(words, { number: 2 }), "2 étapes");
});

test("a plain field is its detail, and one without a detail stays", () => {
  assert.equal(said("{a} and {b}", { a: "$& 1" }), "$& 1 and {b}");
});

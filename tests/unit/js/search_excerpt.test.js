const assert = require("node:assert/strict");
const { test } = require("node:test");
const search = require("./search.js")("excerpt.js");

test("what was typed is marked, and the text stays whole", () => {
  assert.deepEqual(search.piecesOf("我要退车", "我要退车", ["退车"]), [
    ["我要", false],
    ["退车", true],
  ]);
});

test("marks that overlap become one", () => {
  assert.deepEqual(search.marksOf("要退车", ["x", "要退", "退车"]), [[0, 3]]);
});

test("where the whole is found its parts are not marked besides", () => {
  assert.deepEqual(search.marksOf("退车，车", ["退车", "车"]), [[0, 2]]);
});

test("a long text is cut around what was found", () => {
  const text = "前".repeat(200) + "退车" + "后".repeat(200);
  const pieces = search.piecesOf(text, text, ["退车"], true);
  assert.ok(pieces.some(([words, isMarked]) => isMarked && words === "退车"));
  assert.ok(pieces.map(([words]) => words).join("").length < 100);
  assert.deepEqual([pieces[0][0], pieces.at(-1)[0].at(-1)], ["…", "…"]);
});

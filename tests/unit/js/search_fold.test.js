const assert = require("node:assert/strict");
const { test } = require("node:test");
const search = require("./search.js")("fold.js");

const fold = search.makeFold("體体訴诉");

test("scripts, widths and capitals fold into one, sign by sign", () => {
  assert.equal(fold("投訴　ＫＦ－012 Été"), "投诉 kf-012 été");
  for (const text of ["İstanbul", "𠀀體", "体".repeat(20000)]) {
    assert.equal(fold(text).length, text.length);
  }
});

test("codes are compared by letters and digits alone", () => {
  assert.equal(search.squeeze("kf-pr 012（新）"), "kfpr012新");
});

test("the words of a query are told apart by blanks and by script", () => {
  assert.deepEqual(search.termsOf("回访 日报，kf-pr-012"), ["回访", "日报", "kf-pr-012"]);
  assert.deepEqual(search.termsOf("7dc回访"), ["7dc", "回访"]);
});

test("pairs of signs and whole Latin words are what half a memory holds", () => {
  assert.deepEqual(search.gramsOf("我要退车 sim"), ["我要", "要退", "退车", "sim"]);
  assert.deepEqual(search.gramsOf("卡"), ["卡"]);
});

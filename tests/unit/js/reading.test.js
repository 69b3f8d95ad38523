// Going from stop to stop, and the words that are marked.
const test = require("node:test");
const assert = require("node:assert/strict");

// On a page there is a window that hears keys.
globalThis.addEventListener ??= () => {};
const { nextStop, pieces } = require("./reading.js")("stops", "marks");

test("the next stop is the first that lies ahead, the one before the last that lies behind", () => {
  assert.equal(nextStop([-300, -20, 40, 500], 1), 2);
  assert.equal(nextStop([-300, -20, 40, 500], -1), 1);
});

test("where one stands is neither ahead nor behind", () => {
  assert.equal(nextStop([-1, 0, 1], 1), 2);
  assert.equal(nextStop([-1, 0, 1], -1), 0);
});

test("there is none after the last, before the first, or where there are none", () => {
  assert.equal(nextStop([-2, 0], 1), null);
  assert.equal(nextStop([0, 2], -1), null);
  assert.equal(nextStop([], 1), null);
});

test("words are marked wherever they stand, small or capital", () => {
  assert.deepEqual(pieces("KF表在kf柜", ["kf"]), [
    ["KF", true],
    ["表在", false],
    ["kf", true],
    ["柜", false],
  ]);
});

test("the longer of two words wins, and nothing is marked twice", () => {
  assert.deepEqual(pieces("客户投诉处理", ["投诉", "客户投诉"]), [
    ["客户投诉", true],
    ["处理", false],
  ]);
});

test("text without them stays one piece", () => {
  assert.deepEqual(pieces("没有", ["投诉"]), [["没有", false]]);
});

// Whether a document is in force, by the reader's own day.
const test = require("node:test");
const assert = require("node:assert/strict");

const { dayOf, stateOn } = require("./reading.js")("day");

const days = {
  effective: "2026-12-01",
  effectiveTold: "1 December 2026",
  review: "2027-12-01",
  reviewTold: "1 December 2027",
};

test("before its first day it is not in force yet", () => {
  assert.deepEqual(stateOn("2026-11-30", days), ["not-yet", "1 December 2026"]);
  assert.equal(stateOn("2026-12-01", days), null);
});

test("its review is overdue the day after", () => {
  assert.equal(stateOn("2027-12-01", days), null);
  assert.deepEqual(stateOn("2027-12-02", days), ["overdue", "1 December 2027"]);
});

test("without days there is nothing to say", () => {
  assert.equal(stateOn("2026-11-30", {}), null);
});

test("the day is that of the reader's clock", () => {
  assert.equal(dayOf(new Date(2026, 2, 5, 23, 59)), "2026-03-05");
});

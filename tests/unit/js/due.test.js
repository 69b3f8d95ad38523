const assert = require("node:assert/strict");
const { test } = require("node:test");
const { due } = require("./desk.js")("due.js");

const day = (words) => new Date(`${words}T00:00:00`);
const weekly = { rules: [{ frequency: "WEEKLY", interval: 1, weekdays: [0] }] };
const monthly = { rules: [{ frequency: "MONTHLY", interval: 1, month_days: [-1], is_assumed: true }] };
const daily = { rules: [{ frequency: "DAILY", interval: 1 }] };
const never = { rules: [] };

test("weekdays count from Monday", () => {
  assert.ok(due.falls(weekly, day("2026-03-02")));
  assert.ok(!due.falls(weekly, day("2026-03-01")));
});

test("the last day of a month is the last, in February too", () => {
  assert.ok(due.falls(monthly, day("2026-02-28")));
  assert.ok(due.falls(monthly, day("2024-02-29")));
  assert.ok(!due.falls(monthly, day("2024-02-28")));
});

test("what no calendar knows is never due", () => {
  assert.ok(!due.falls(never, day("2026-03-02")));
});

test("a day that was assumed, or comes every other week, is only likely", () => {
  assert.ok(due.isLikely(monthly, day("2026-02-28")));
  assert.ok(!due.isLikely(weekly, day("2026-03-02")));
  assert.ok(due.isLikely({ rules: [{ ...weekly.rules[0], interval: 2 }] }, day("2026-03-02")));
});

test("the days ahead leave out what is due every day", () => {
  const found = due.ahead([weekly, daily], day("2026-03-02").getTime() + 36e6);
  assert.deepEqual(found.map(([at, duties]) => [at.getDate(), duties.length]), [[9, 1]]);
});

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { due } = require("./desk.js")("time.js", "due.js");

const day = (words) => new Date(`${words}T00:00:00`);
const weekly = { rules: [{ frequency: "WEEKLY", interval: 1, weekdays: [0] }] };
const monthly = {
  rules: [{ frequency: "MONTHLY", interval: 1, month_days: [-1], is_assumed: true }],
};
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
  assert.deepEqual(
    found.map(([at, duties]) => [at.getDate(), duties.length]),
    [[9, 1]],
  );
});

test("the second Sunday and the last Friday of a month are counted", () => {
  const second = { rules: [{ frequency: "YEARLY", months: [5], weekdays: [6], which: 2 }] };
  const last = { rules: [{ frequency: "MONTHLY", weekdays: [4], which: -1 }] };
  assert.ok(due.falls(second, day("2026-05-10")));
  assert.ok(!due.falls(second, day("2026-05-17")));
  assert.ok(due.falls(last, day("2026-02-27")));
  assert.ok(!due.falls(last, day("2026-02-20")));
});

test("a feast of the lunar year falls on its dates", () => {
  const feast = { rules: [{ frequency: "YEARLY", dates: ["2026-09-25", "2027-09-15"] }] };
  assert.ok(due.falls(feast, day("2027-09-15")));
  assert.ok(!due.falls(feast, day("2027-09-25")));
});

test("what lasts some days is due on each of them, and is announced on the first", () => {
  const span = { rules: [{ frequency: "MONTHLY", month_days: [5], further_days: 20 }] };
  assert.ok(due.falls(span, day("2026-03-25")));
  assert.ok(!due.falls(span, day("2026-03-26")));
  assert.deepEqual(
    due.ahead([span], day("2026-03-02").getTime()).map(([at]) => at.getDate()),
    [5],
  );
});

const assert = require("node:assert/strict");
const { test } = require("node:test");
const desk = require("./desk.js")("words.js", "time.js", "store.js", "runs.js");

const DAY = 86400000;
const finished = (name, daysAgo) => ({
  address: "complaint",
  case: name,
  steps: {},
  started: 0,
  finished: daysAgo == null ? null : Date.now() - daysAgo * DAY,
});
const filled = () => {
  for (const run of [finished("old", 40), finished("new", 2), finished("open", null)]) {
    desk.runs.put(run);
  }
  return desk.runs.of("complaint").map((run) => run.case);
};

test("finished runs are forgotten after the time that the handbook sets", () => {
  desk.words = { ...desk.words, keep: (30 * DAY) / 1000 };
  assert.deepEqual(filled().sort(), ["new", "open"]);
  assert.equal(desk.runs.get("complaint", "old"), null);
});

test("without such a time all runs are kept", () => {
  desk.words = { ...desk.words, keep: null };
  assert.deepEqual(filled().sort(), ["new", "old", "open"]);
});

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { flow } = require("./desk.js")("flow.js");

const STEPS = [
  { id: "listen", ways: [{ to: "judge" }] },
  { id: "judge", ways: [{ to: "boss" }, { to: "listen" }, { to: "form" }] },
  { id: "form", ways: [{ to: "answer" }] },
  { id: "boss", ways: [{ to: "answer" }] },
  { id: "answer", ways: [{ to: "end" }] },
];
const done = (...ids) => Object.fromEntries(ids.map((id) => [id, { done: 1 }]));

test("before anything is decided every step may be reached", () => {
  assert.equal(flow.reached(STEPS, {}).size, 5);
});

test("a way taken leaves out the steps of the others", () => {
  const reached = flow.reached(STEPS, { judge: { way: 0 } });
  assert.deepEqual([...reached].sort(), ["answer", "boss", "judge", "listen"]);
});

test("the work stands at the first step that is not done", () => {
  assert.equal(flow.position(STEPS, {}).step.id, "listen");
  assert.equal(flow.position(STEPS, done("listen")).step.id, "judge");
});

test("a step that is done but not decided holds the work", () => {
  assert.equal(flow.position(STEPS, done("listen", "judge")).step.id, "judge");
});

test("the work goes on where the way leads, and comes to an end", () => {
  const states = { ...done("listen", "boss"), judge: { done: 1, way: 0 } };
  assert.equal(flow.position(STEPS, states).step.id, "answer");
  assert.equal(flow.position(STEPS, { ...states, ...done("answer") }).way.to, "end");
});

test("a way back repeats the steps from its target on; a way ahead none", () => {
  assert.deepEqual(flow.repeated(STEPS, "judge", "listen"), ["listen", "judge"]);
  assert.deepEqual(flow.repeated(STEPS, "judge", "form"), []);
  assert.deepEqual(flow.repeated(STEPS, "answer", "end"), []);
});

test("steps done together are all due before the end", () => {
  const steps = [
    { id: "one", ways: [{ to: "end" }], together: ["two"] },
    { id: "two", ways: [{ to: "end" }], together: ["one"] },
  ];
  assert.equal(flow.position(steps, done("one")).step.id, "two");
  assert.equal(flow.position(steps, done("one", "two")).way.to, "end");
});

test("a circle of finished steps does not hang", () => {
  const steps = [
    { id: "a", ways: [{ to: "b" }] },
    { id: "b", ways: [{ to: "a" }] },
  ];
  assert.deepEqual(flow.position(steps, done("a", "b")), {});
});

const assert = require("node:assert/strict");
const { test } = require("node:test");
const desk = require("./desk.js")(
  "words.js",
  "../../handbook/dates.js",
  "time.js",
  "flow.js",
  "run.js",
  "csv.js",
  "record.js",
);

const { run: change, record } = desk;
const PLAN = {
  address: "complaint",
  title: "Complaint",
  code: "P1",
  version: "",
  edition: "aaaaaa",
  promise: { seconds: 3600 },
  steps: [
    {
      id: "listen",
      number: 1,
      do: "Listen",
      mark: "1",
      ways: [{ to: "judge" }],
      limit: null,
      checks: [{ key: "phone", text: "phone", value: "phone", options: [] }],
    },
    {
      id: "judge",
      number: 2,
      do: "Judge",
      mark: "2",
      checks: [],
      limit: { seconds: 600, from: "step" },
      ways: [
        { to: "listen", words: "back" },
        { to: "end", words: "end" },
      ],
    },
  ],
};
const begun = () => change.start(PLAN, "K-1", "Wang", 1000);

test("the clock of a step starts when the one before is done", () => {
  const run = change.tick(begun(), PLAN, "listen", true, 5000);
  assert.equal(run.steps.listen.began, 1000);
  assert.equal(run.steps.listen.done, 5000);
  assert.equal(run.steps.listen.by, "Wang");
  assert.equal(run.steps.judge.began, 5000);
});

test("what is done can be undone", () => {
  const run = change.tick(
    change.tick(begun(), PLAN, "listen", true, 5000),
    PLAN,
    "listen",
    false,
    6000,
  );
  assert.equal(run.steps.listen.done, null);
  assert.deepEqual(change.progress(run, PLAN), { done: 0, all: 2 });
});

test("a way back opens the steps again and keeps what was done", () => {
  let run = change.value(begun(), "listen", "phone", "123");
  run = change.tick(run, PLAN, "listen", true, 5000);
  run = change.take(run, PLAN, "judge", 0, 7000);
  assert.deepEqual(
    run.rounds.map((each) => each.id),
    ["listen", "judge"],
  );
  assert.equal(run.steps.listen.done, undefined);
  assert.equal(change.open(run, PLAN).length, 2);
  assert.equal(record.rows(run, PLAN).length, 4);
});

test("a changed procedure is told step by step", () => {
  const steps = [
    { ...PLAN.steps[0], mark: "9" },
    { ...PLAN.steps[1], id: "decide" },
  ];
  const found = change.changes(begun(), { ...PLAN, edition: "bbbbbb", steps });
  assert.deepEqual(found.changed, ["listen"]);
  assert.deepEqual(found.added, ["decide"]);
  assert.deepEqual(found.removed, ["Judge"]);
  assert.equal(change.changes(begun(), PLAN), null);
});

test("going on by the new edition keeps what was done in steps that are gone", () => {
  const run = change.take(change.tick(begun(), PLAN, "listen", true, 2000), PLAN, "judge", 1, 3000);
  const plan = { ...PLAN, edition: "bbbbbb", steps: [{ ...PLAN.steps[0], ways: [{ to: "end" }] }] };
  const adopted = change.adopt(run, plan, 4000);
  assert.equal(change.changes(adopted, plan), null);
  assert.equal(adopted.rounds[0].title, "Judge");
  assert.match(record.text(adopted, plan), /Judge/);
});

test("a late step is told in the record", () => {
  let run = change.tick(begun(), PLAN, "listen", true, 1000);
  run = change.tick(run, PLAN, "judge", true, 1000 + 700_000);
  assert.equal(record.rows(run, PLAN)[1].remark, "late-by");
});

test("a spreadsheet never takes a cell for a formula", () => {
  const csv = desk.csv([["=1+1", "@x", "-5", "+86 138", "a,b", 'say "so"']]);
  assert.equal(csv, '\ufeff\'=1+1,\'@x,-5,+86 138,"a,b","say ""so"""\r\n');
});

test("lengths of time are read at a glance", () => {
  assert.equal(desk.length(0), "00:00");
  assert.equal(desk.length(599), "09:59");
  assert.equal(desk.length(3 * 3600 + 5 * 60 + 9), "3:05:09");
  assert.equal(desk.length(3 * 86400), "days-hours");
  assert.deepEqual(
    [600, 299, 59, 0].map((left) => desk.stage(left, 600)),
    [0, 1, 2, 3],
  );
});

test("what a changed step said and says is told line by line", () => {
  const { gone, fresh } = change.difference(["Write", "10 min"], ["Write today", "10 min"]);
  assert.deepEqual([gone, fresh], [["Write"], ["Write today"]]);
});

test("a run remembers what its steps said when it began", () => {
  const plan = { ...PLAN, steps: PLAN.steps.map((step) => ({ ...step, said: [step.do] })) };
  assert.deepEqual(change.start(plan, "K-1", "Wang", 0).said.listen, ["Listen"]);
});

const BY_CASE = {
  ...PLAN,
  cases: [{ among: ["first", "second"] }],
  promise: { group: 0, cases: [{ when: "first", seconds: 60, from: "step" }, { when: "" }] },
  steps: [
    {
      ...PLAN.steps[0],
      limit: {
        group: 0,
        cases: [
          { when: "first", seconds: 30, from: "step", event: "" },
          { when: "second", seconds: 40, from: "event", event: "receipt" },
          { when: "", seconds: 50, from: "step", event: "" },
        ],
      },
    },
    PLAN.steps[1],
  ],
};

test("limits by case apply once the case was said", () => {
  const run = change.start(BY_CASE, "K-2", "Wang", 1000);
  const limit = (words) =>
    change.limitOf(change.sort(run, BY_CASE, 0, words, 2000), BY_CASE.steps[0])?.seconds;
  assert.equal(change.limitOf(run, BY_CASE.steps[0]), null);
  assert.deepEqual(["first", "second", "", "none"].map(limit), [30, 40, 50, 50]);
  assert.equal(change.promiseOf(run, BY_CASE), null);
  assert.equal(change.promiseOf(change.sort(run, BY_CASE, 0, "first", 2000), BY_CASE).seconds, 60);
  assert.equal(change.promiseOf(run, PLAN).seconds, 3600);
});

test("a clock that may wait for an event starts when the case is known", () => {
  const run = change.start(BY_CASE, "K-2", "Wang", 1000);
  assert.equal(run.steps.listen?.began, undefined);
  assert.equal(change.sort(run, BY_CASE, 0, "first", 2000).steps.listen.began, 2000);
  assert.equal(change.sort(run, BY_CASE, 0, "second", 2000).steps.listen?.began, undefined);
});

test("so many working days end when hours close on the last of them", () => {
  const worked = {
    weekdays: [0, 1, 2, 3, 4, 5],
    off: ["2027-02-08"],
    on: ["2027-02-07"],
    closes: [1050, 1050, 1050, 1050, 1050, 720, 720],
  };
  const at = (words) => new Date(words).getTime();
  const friday = at("2027-02-05T16:00:00");
  const due = (days) => change.dueAt({ seconds: days * 86400, working: days }, friday, worked);
  assert.equal(due(1), at("2027-02-06T12:00:00"));
  assert.equal(due(2), at("2027-02-07T12:00:00"));
  assert.equal(due(3), at("2027-02-09T17:30:00"));
  assert.equal(change.dueAt({ seconds: 60 }, friday, worked), friday + 60000);
  assert.equal(change.dueAt(null, friday, worked), null);
});

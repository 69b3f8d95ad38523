const assert = require("node:assert/strict");
const { test } = require("node:test");
const desk = require("./desk.js")(
  "words.js",
  "time.js",
  "csv.js",
  "form_check.js",
  "form_paper.js",
);

const { form, paper } = desk;
const field = (type, more = {}) => ({
  name: type,
  label: type,
  ...desk.typeOfField(type),
  options: [],
  required: false,
  max: null,
  pattern: "",
  ...more,
});

test("what is required must be there", () => {
  assert.equal(form.check(field("text", { required: true }), "  "), "error-required");
  assert.equal(
    form.check(field("choices", { required: true, options: ["a"] }), []),
    "error-required",
  );
  assert.equal(form.check(field("text"), ""), null);
});

test("a signature is left to the pen", () => {
  assert.equal(form.check(field("signature", { required: true }), ""), null);
});

test("numbers are numbers", () => {
  for (const words of ["0", "12", "1,200.50", "-3"]) {
    assert.equal(form.check(field("money"), words), null, words);
  }
  for (const words of ["一百", "1,2", "12元", "1e5"]) {
    assert.equal(form.check(field("number"), words), "error-number", words);
  }
  assert.equal(form.check(field("score", { max: 10 }), "11"), "error-max");
});

test("phone numbers may be written as people write them", () => {
  for (const words of ["13800000000", "+86 138-0000-0000", "0571-8765 4321 转 12", "(010) 12345"]) {
    assert.equal(form.check(field("phone"), words), null, words);
  }
  assert.equal(form.check(field("phone"), "8800"), null);
  for (const words of ["12", "张三", "-----"]) {
    assert.equal(form.check(field("phone"), words), "error-phone", words);
  }
});

test("a pattern fits the whole answer; one that cannot be read asks for nothing", () => {
  assert.equal(form.check(field("text", { pattern: "[A-Z]{2}\\d+" }), "AB1x"), "error-pattern");
  assert.equal(form.check(field("text", { pattern: "[A-Z]{2}\\d+" }), "AB12"), null);
  assert.equal(form.check(field("text", { pattern: "(?P<a>x)" }), "y"), null);
});

const TABLE = field("table", { columns: [field("text", { required: true }), field("number")] });

test("only rows in which something stands are asked", () => {
  const found = form.errors([TABLE], { table: [{}, { number: "x" }] });
  assert.deepEqual(
    found.map(({ row, key }) => [row, key]),
    [
      [1, "error-required"],
      [1, "error-number"],
    ],
  );
});

test("scores add up without rounding faults", () => {
  const fields = [field("score", { name: "a" }), field("score", { name: "b" }), field("text")];
  assert.equal(form.sum(fields, { a: "0.1", b: "0.2" }), 0.3);
  assert.equal(form.sum(fields, {}), null);
});

const PLAN = {
  address: "f",
  title: "F",
  code: "F1",
  edition: "abc",
  groups: [
    {
      total: 20,
      fields: [field("text"), field("choices", { options: ["a", "b"] }), TABLE, field("score")],
    },
  ],
};

test("what is saved is loaded again, and only that", () => {
  const values = { text: "x", choices: ["b"], table: [{ text: "r", number: "1" }], score: "5" };
  assert.deepEqual(paper.load(PLAN, paper.json(PLAN, values, 0)), { values, edition: "abc" });
  const odd = JSON.stringify({
    form: "f",
    values: { text: { a: 1 }, choices: ["z"], table: ["x"], other: 1 },
  });
  assert.deepEqual(paper.load(PLAN, odd).values, {
    text: "",
    choices: [],
    table: [{ text: "", number: "" }],
  });
  for (const text of ["{", "null", '{"form": "g", "values": {}}', '{"form": "f"}']) {
    assert.equal(paper.load(PLAN, text), null);
  }
});

test("a filled form is one row of a spreadsheet", () => {
  const csv = paper.csv(PLAN, {
    text: "=x",
    choices: ["a", "b"],
    table: [{ text: "r" }, {}],
    score: "5",
  });
  assert.equal(csv.split("\r\n")[1], "'=x,a; b,text: r; number: ,5,5");
});

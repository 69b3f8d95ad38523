const assert = require("node:assert/strict");
const { test } = require("node:test");
const { speech } = require("./desk.js")("speech.js");

test("calm speech takes a quarter of a second a character", () => {
  assert.equal(speech.seconds("您好，请问有什么可以帮您"), 3);
  assert.equal(speech.seconds("Good morning, this is the front desk"), 3);
  assert.equal(speech.seconds(""), 0);
});

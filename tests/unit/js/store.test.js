const assert = require("node:assert/strict");
const { test } = require("node:test");
const { makeStore } = require("./desk.js")("words.js", "store.js");

const area = (most = Infinity) => {
  const kept = new Map();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, text) {
      if (kept.size >= most && !kept.has(key)) throw new Error("full");
      kept.set(key, text);
    },
    removeItem: (key) => kept.delete(key),
    key: (at) => [...kept.keys()][at],
    get length() {
      return kept.size;
    },
  };
};

test("what is kept stands under the handbook's own prefix", () => {
  const own = area();
  const store = makeStore(() => own, "handbook.a");
  store.set("run.one", { n: 1 });
  own.setItem("handbook.b.run.two", "{}");
  assert.deepEqual(store.keys("run."), ["run.one"]);
  assert.deepEqual(store.get("run.one"), { n: 1 });
  assert.ok(own.kept.has("handbook.a.run.one"));
});

test("a browser that refuses is told of, and everything works", () => {
  const store = makeStore(() => {
    throw new Error("refused");
  }, "h");
  assert.equal(store.isKept(), false);
  store.set("x", 1);
  assert.equal(store.get("x"), 1);
});

test("a store that is full goes on in memory with what it had", () => {
  const store = makeStore(() => area(2), "h");
  store.set("one", 1);
  store.set("two", 2);
  assert.equal(store.isKept(), true);
  store.set("three", 3);
  assert.equal(store.isKept(), false);
  assert.deepEqual(["one", "two", "three"].map(store.get), [1, 2, 3]);
});

test("what something else has written is not taken for ours", () => {
  const own = area();
  own.setItem("h.run", "{not json");
  assert.equal(makeStore(() => own, "h").get("run"), null);
});

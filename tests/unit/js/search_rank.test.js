const assert = require("node:assert/strict");
const { test } = require("node:test");
const search = require("./search.js")("fold.js", "sound.js", "synonyms.js", "alike.js", "rank.js");

// [address, title, kind, section, weight, codes, aliases, asks, pinyin, parts]
const page = (
  title,
  {
    kind = 0,
    weight = 1,
    codes = [],
    aliases = [],
    asks = [],
    sound = "",
    text = "",
    heading = "",
  } = {},
) => [
  `${title}.html`,
  title,
  kind,
  0,
  weight,
  codes,
  aliases,
  asks,
  [sound],
  [["a", heading, text]],
];

const index = search.prepare({
  fold: "",
  sounds: "ban办 jia假价 li理 qing请",
  synonyms: [["请假", "休假"]],
  kinds: [
    ["procedure", "流程"],
    ["form", "表单"],
  ],
  sections: ["前台"],
  pages: [
    page("手册", { text: "失物招领见柜台，电话 0571-8765 4321" }),
    page("交接", { heading: "失物招领的登记" }),
    page("柜台", { asks: ["失物招领在哪里"], codes: ["DM-PR-001"] }),
    page("拾遗", { aliases: ["失物招领处"] }),
    page("失物招领登记表", { kind: 1 }),
    page("失物招领", { sound: "shi wu zhao ling" }),
    page("旧失物招领", { weight: 0.1 }),
    page("请假办理", { sound: "qing jia ban li" }),
  ],
});
const found = (typed) => search.find(index, typed).hits.map((hit) => hit.page.title);

test("the exact title comes first, then titles, other names, what is asked, headings, text", () => {
  const live = found("失物招领").filter((title) => title !== "旧失物招领");
  assert.deepEqual(live, ["失物招领", "失物招领登记表", "拾遗", "柜台", "交接", "手册"]);
});

test("what is no longer used comes after what is", () => {
  const order = found("失物招领");
  assert.ok(order.indexOf("旧失物招领") > order.indexOf("柜台"));
});

test("a code is found without its signs, a number however it is divided", () => {
  assert.equal(found("dmpr001")[0], "柜台");
  assert.equal(found("0571 87654321")[0], "手册");
});

test("several words may be in any order, and name the kind or the section", () => {
  assert.equal(found("登记 失物")[0], "失物招领登记表");
  assert.equal(found("失物 表单")[0], "失物招领登记表");
});

test("half a memory suffices", () => {
  assert.equal(found("怎样请假才行")[0], "请假办理");
});

test("a word is found by its synonym, and by its sound", () => {
  assert.deepEqual(found("休假"), ["请假办理"]);
  assert.deepEqual(found("请价"), ["请假办理"]);
});

test("nothing typed and nothing fitting find nothing", () => {
  assert.deepEqual(found(" ，。"), []);
  assert.deepEqual(found("zzzz"), []);
});

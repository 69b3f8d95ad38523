// Load files of the desk without a page, as a page loads them: one after the other.
const path = require("node:path");

const FOLDER = path.join(__dirname, "../../../templates/theme/assets/javascripts/desk");

require(path.join(FOLDER, "../page/said.js"));

const { env } = require("node:process");

// What each type of field says to scripts, as pages hold it (tests/unit/test_js.py).
const TYPES = JSON.parse(env.FIELD_TYPES ?? "{}");

module.exports = (...names) => {
  for (const name of names) require(path.join(FOLDER, name));
  return Object.assign(globalThis.handbookDesk, { typeOfField: (name) => TYPES[name] });
};

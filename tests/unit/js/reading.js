// Load files of the reading without a page, as a page loads them: one after the other.
const path = require("node:path");

const FOLDER = path.join(__dirname, "../../../templates/theme/assets/javascripts/reading");

require(path.join(FOLDER, "../page/said.js"));

module.exports = (...names) => {
  for (const name of names) require(path.join(FOLDER, name));
  return globalThis.handbookReading;
};

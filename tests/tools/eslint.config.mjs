// How the scripts of the pages are written; run by tests/unit/test_js.py.
import js from "@eslint/js";

const BROWSER = [
  "document", "window", "location", "history", "navigator", "localStorage", "sessionStorage",
  "addEventListener", "matchMedia", "getComputedStyle", "setTimeout", "clearTimeout",
  "setInterval", "clearInterval", "requestAnimationFrame", "fetch", "Blob", "URL",
  "URLSearchParams", "Event", "HTMLElement", "Node", "NodeFilter", "IntersectionObserver",
];
const NODE = ["require", "module", "__dirname"];
const known = (names) => Object.fromEntries(names.map((name) => [name, "readonly"]));

// Editors' text is data: it goes into a page as text, never as markup or as code.
const MARKUP = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "srcdoc"];
const AS_MARKUP = [
  ...MARKUP.map((property) => ({ property, message: "Text goes into a page as text only." })),
  { object: "document", property: "write", message: "Text goes into a page as text only." },
  { object: "document", property: "writeln", message: "Text goes into a page as text only." },
];

export default [
  { ignores: ["**/node_modules/**"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { ecmaVersion: 2023, sourceType: "script" },
    rules: {
      "array-callback-return": "error",
      "consistent-return": "error",
      "curly": ["error", "multi-line"],
      "eqeqeq": ["error", "always", { null: "ignore" }],
      "max-depth": ["error", 4],
      "max-len": ["error", { code: 100 }],
      "no-else-return": "error",
      "no-eval": "error",
      "no-implicit-coercion": ["error", { allow: ["+"] }],
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-param-reassign": "error",
      "no-restricted-properties": ["error", ...AS_MARKUP],
      "no-script-url": "error",
      "no-shadow": "error",
      "no-unused-vars": ["error", { args: "all", argsIgnorePattern: "^_" }],
      "no-use-before-define": ["error", { functions: false, variables: false }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "off",
      "strict": ["error", "function"],
    },
  },
  {
    files: ["templates/theme/**/*.js"],
    languageOptions: { globals: known(BROWSER) },
  },
  {
    files: ["tests/unit/js/*.js"],
    languageOptions: { globals: known(NODE) },
    rules: { "strict": "off" },
  },
];

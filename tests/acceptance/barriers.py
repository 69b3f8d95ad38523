"""What axe-core finds on a page that keeps people from using it.

Nearly all its time goes into the contrast of each word with what lies under it. Colours come from
style sheets alone (the pages' own policy refuses others), so of rows that differ in words only, one
is judged; every other rule looks at all of them, once: in dark the page is the same.
"""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

CONTRAST = "color-contrast"
WCAG = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}
FIRST_OF_ITS_LOOK = {"exclude": [["[data-alike]"]]}
IS_DARK = "matchMedia('(prefers-color-scheme: dark)').matches"
# Marks what looks like something before it: the same elements, attributes, states, other words.
MARK_ALIKE = """() => {
  const SEEN = {opacityProperty: true, visibilityProperty: true};
  const words = new Set(["id", "href", "title", "for", "name", "value", "datetime", "aria-label",
    "aria-labelledby", "aria-describedby"]);
  const own = (each) => `${each.tagName} ${each.protocol} ${each.checked} ` +
    `${each.checkVisibility(SEEN)} ` +
    Array.from(each.attributes, ({name, value}) =>
      words.has(name) ? name : `${name}=${value}`).sort().join();
  const looks = new Map(), seen = new Set();
  const look = (each) => {
    const inside = Array.from(each.childNodes, (kid) =>
      kid.nodeType === Node.ELEMENT_NODE ? look(kid)
        : kid.nodeType === Node.TEXT_NODE && kid.data.trim() ? "words" : "").join("");
    looks.set(each, `${own(each)}(${inside})`);
    return looks.get(each);
  };
  const mark = (parent, path) => {
    let before = "", chosen = "";  // what `+` and `~` look at in a style sheet
    Array.from(parent.children).forEach((each, place) => {
      const stripe = `${place % 2} ${!each.nextElementSibling}`;  // odd rows, even ones, the last
      const here = `${path}>${stripe} ${before} ${chosen}`;
      before = own(each);
      if (each.checked) chosen += before;
      if (seen.has(here + looks.get(each))) each.setAttribute("data-alike", "");
      else {
        seen.add(here + looks.get(each));
        mark(each, here + before);
      }
    });
  };
  document.querySelectorAll("[data-alike]").forEach((each) => each.removeAttribute("data-alike"));
  look(document.body);
  mark(document.body, "");
}"""


def barriers(page: Page) -> list[str]:
    """Return what axe finds, one line a fault."""
    page.clock.run_for(2000)  # colours fade in
    page.clock.resume()  # axe waits for the clock too
    page.evaluate(MARK_ALIKE)
    if page.evaluate(IS_DARK):
        return _found(page, FIRST_OF_ITS_LOOK, WCAG)
    by_colour = {**WCAG, "runOnly": {"type": "rule", "values": [CONTRAST]}}
    others = {**WCAG, "rules": {CONTRAST: {"enabled": False}}}
    return [*_found(page, FIRST_OF_ITS_LOOK, by_colour), *_found(page, None, others)]


def _found(page: Page, where: dict | None, options: dict) -> list[str]:
    found = Axe().run(page, context=where, options=options).response["violations"]
    return [
        f"{fault['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
        for fault in found
        for node in fault["nodes"]
    ]

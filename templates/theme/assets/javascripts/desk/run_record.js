// The record of a finished run, to print, to copy and to save.
((desk) => {
  "use strict";

  const { el, t, button } = desk;

  const line = (each) =>
    el(
      "tr",
      el("td.record__number", String(each.number)),
      el(
        "td",
        el("p.record__step", each.step),
        each.values.map(([label, words]) => el("p", el("span.label", label), words)),
        each.way ? el("p", "→ " + each.way) : null,
        each.note ? el("p", el("span.label", t("note")), each.note) : null,
      ),
      el("td", each.by),
      el("td.record__at", each.at),
      el("td", each.remark),
    );

  // Draw the record. `on` takes: reopen, remove, leave.
  desk.recordOfRun = (run, plan, on) => {
    const { rows, head, text, csv, json } = desk.record;
    const name = `${plan.code || plan.title}-${run.case}`;
    const part = el(
      "section.record",
      { "data-printed": true, "aria-labelledby": "desk-record", tabindex: "-1" },
      el("h2", { id: "desk-record" }, t("record-of", { title: plan.title })),
      el(
        "dl.record__head",
        head(run, plan).map(([label, words]) => el("div", el("dt", label), el("dd", words))),
      ),
      el(
        "div.record__buttons",
        button(t("print"), () => desk.print("record"), { look: "strong" }),
        button(t("copy-text"), () => desk.copy(text(run, plan))),
        button(t("save-csv"), () => desk.save(`${name}.csv`, csv(run, plan), "text/csv")),
        button(t("save-json"), () =>
          desk.save(`${name}.json`, json(run, plan), "application/json"),
        ),
        button(t("reopen"), on.reopen, { look: "quiet" }),
        button(t("leave"), on.leave, { look: "quiet" }),
        desk.twice(t("remove"), t("remove-sure"), on.remove),
      ),
      el(
        "div.record__wide",
        { tabindex: "0", role: "region", "aria-labelledby": "desk-record" },
        el(
          "table.record__steps",
          el(
            "thead",
            el(
              "tr",
              ["number", "step", "operator", "done-at", "remark"].map((key) =>
                el("th", { scope: "col" }, t(key)),
              ),
            ),
          ),
          el("tbody", rows(run, plan).map(line)),
        ),
      ),
    );
    return part;
  };
})((globalThis.handbookDesk ??= {}));

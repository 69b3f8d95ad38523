// Fill in the form of this page: check it, print it, save and load it. What is typed stays with
// this tab until it is closed or cleared; nothing is sent.
((desk) => {
  "use strict";

  const { el, t, button, form, paper } = desk;
  const place = document.querySelector("[data-desk=fill]");
  const plan = desk.data;
  if (!place || !plan.groups?.some((group) => group.fields.length)) return;

  const all = paper.fieldsOf(plan);
  const parts = [...document.querySelectorAll(".blank-form")];
  const key = `form.${plan.address}`;
  const usual = Object.fromEntries(
    all.filter((field) => field.default).map((field) => [field.name, field.default]),
  );
  let values = null; // null while the form stands blank
  let views = new Map();
  let totals = [];

  // What is printed of the page: the head, and each part with its heading.
  const printed = [document.querySelector(".md-content .head"), ...parts];
  for (const each of [...printed, ...parts.map((part) => part.previousElementSibling)]) {
    each?.setAttribute("data-printed", "");
  }

  const tellOf = ({ key: wrong, row, column, field }) => {
    const where = column ? t("at-cell", { row: row + 1, column: column.label }) : "";
    return where + t(wrong, { most: (column ?? field).max });
  };

  const count = () => {
    for (const [group, output] of totals) {
      desk.say(output, String(form.sum(group.fields, values) ?? ""));
    }
    if (whole) desk.say(whole, String(form.sum(all, values) ?? ""));
  };

  const change = (field, value) => {
    values = { ...values, [field.name]: value };
    desk.session.set(key, values);
    count();
    const wrong = form.errors([field], values).filter((each) => each.key !== "error-required");
    if (!wrong.length) views.get(field.name).wrong("");
  };

  // Point at everything that is wrong; true when nothing is.
  const isRight = () => {
    const found = form.errors(all, values);
    for (const field of all) {
      views.get(field.name).wrong(
        found
          .filter((each) => each.field === field)
          .map(tellOf)
          .join(t("list-comma")),
      );
    }
    return found;
  };

  const ask = el("div.run-ask", { role: "group", tabindex: "-1", hidden: true });
  const checked = (then) => {
    const found = isRight();
    ask.hidden = found.length === 0;
    if (!found.length) return then();
    const names = [...new Set(found.map((each) => each.field))];
    ask.replaceChildren(
      el("p.run-ask__words", t("not-right", { number: found.length })),
      el(
        "ul.form-errors",
        names.map((field) =>
          el(
            "li",
            button(field.label, () => views.get(field.name).focus(), { look: "link" }),
          ),
        ),
      ),
      el(
        "p.run-ask__answers",
        button(t("anyway"), () => {
          ask.hidden = true;
          then();
        }),
      ),
    );
    ask.focus();
    return undefined;
  };

  const name = () => `${plan.code || plan.title}-${desk.stamp(desk.now())}`;
  const whole = plan.total === null ? null : el("output");
  const message = el("p.fine", { role: "status" });

  const show = () => {
    for (const field of all) views.get(field.name).show(values[field.name]);
    count();
  };

  const open = (found) => {
    values = found;
    desk.session.set(key, values);
    parts.forEach((part, at) => {
      const group = plan.groups[at];
      const cells = [...part.querySelectorAll(".form-row > .field")];
      group.fields.forEach((field, n) =>
        views.set(
          field.name,
          desk.fieldOfForm(field, cells[n], (value) => change(field, value)),
        ),
      );
      const total =
        cells.length > group.fields.length ? cells.at(-1).querySelector(".blank") : null;
      if (!total) return;
      const output = el("output.form-total");
      total.replaceWith(output);
      totals.push([group, output, total]);
    });
    document.documentElement.dataset.filling = "";
    show();
    offer();
  };

  const close = () => {
    for (const view of views.values()) view.remove();
    for (const [, output, blank] of totals) output.replaceWith(blank);
    views = new Map();
    totals = [];
    values = null;
    ask.hidden = true;
    desk.session.remove(key);
    delete document.documentElement.dataset.filling;
    offer();
    place.querySelector("button:not([hidden])")?.focus();
  };

  const load = async (input) => {
    const text = await input.files[0].text();
    const found = paper.load(plan, text);
    input.value = "";
    if (!found) return desk.say(message, t("not-this-form"));
    if (values) {
      values = found.values;
      desk.session.set(key, values);
      show();
    } else open(found.values);
    return desk.say(
      message,
      found.edition === plan.edition ? t("loaded") : t("loaded-older", { edition: found.edition }),
    );
  };

  const picker = () => {
    const input = el("input.desk-unseen", {
      type: "file",
      accept: ".json,application/json",
      tabindex: "-1",
      "aria-hidden": "true",
      onchange: () => load(input),
    });
    return [button(t("load-json"), () => input.click()), input];
  };

  // Nobody begins to fill in what is retired; what this tab keeps of it is still at hand.
  const offer = () => {
    place.hidden = plan.retired && values === null;
    if (place.hidden) return;
    const kept = desk.session.isKept() ? t("kept-in-tab") : t("not-kept");
    place.replaceChildren(
      ...(values === null
        ? [
            el(
              "div.form-tools",
              button(
                t("fill"),
                () => {
                  open({ ...usual });
                  views.get(all[0].name).focus();
                },
                { look: "strong" },
              ),
              picker(),
            ),
          ]
        : [
            el(
              "div.form-tools",
              button(t("print"), () => checked(() => desk.print("form")), { look: "strong" }),
              button(t("save-json"), () =>
                desk.save(
                  `${name()}.json`,
                  paper.json(plan, values, desk.now()),
                  "application/json",
                ),
              ),
              picker(),
              button(t("save-csv"), () =>
                checked(() => desk.save(`${name()}.csv`, paper.csv(plan, values), "text/csv")),
              ),
              desk.twice(t("clear"), t("clear-sure"), close),
            ),
            whole ? el("p.form-whole", t("total"), " ", whole, ` / ${plan.total}`) : "",
            ask,
          ]),
      message,
      el("p.fine", kept),
    );
  };

  const draft = desk.session.get(key);
  if (draft) open(draft);
  else offer();
})((globalThis.handbookDesk ??= {}));

// What one sees before a run: where a new one begins, and those this browser keeps. Nobody begins
// what is retired; a run that was open when it was retired is still found.
((desk) => {
  "use strict";

  const { el, t, button, run: change, runs } = desk;

  const line = (run, plan, on) => {
    const { done, all } = change.progress(run, plan);
    const words = run.finished
      ? t("finished-at", { at: desk.stamp(run.finished) })
      : t("progress", { done, all });
    return el(
      "li",
      button(run.case, () => on.open(run), { look: "link" }),
      el("span", run.operator),
      el("span", words),
      desk.twice(t("remove"), t("remove-sure"), () => on.remove(run)),
    );
  };

  const startOf = (plan, on) => {
    const name = el("input", { type: "text", autocomplete: "off", required: true });
    const operator = el("input", { type: "text", autocomplete: "off" });
    name.value = runs.suggest(plan.address, desk.now());
    operator.value = desk.store.get("operator") ?? "";
    const begin = (event) => {
      event.preventDefault();
      if (name.value.trim()) on.start(name.value.trim(), operator.value.trim());
      else name.focus();
    };
    return el(
      "form.run-start",
      { onsubmit: begin },
      desk.field(t("case"), name),
      desk.field(t("operator"), operator),
      el("button.desk-button.strong", { type: "submit" }, t("start")),
    );
  };

  // Draw the offer, nothing where there is none. `on` takes: start with a case number and a name;
  // open, remove a run.
  desk.offerOfRuns = (plan, on) => {
    const list = runs.of(plan.address).map((run) => line(run, plan, on));
    if (plan.retired && !list.length) return [];
    return [
      plan.retired ? "" : startOf(plan, on),
      ...(list.length ? [el("ul.run-list", { "aria-label": t("runs") }, list)] : []),
      el("p.fine", desk.store.isKept() ? t("kept-here") : t("not-kept")),
    ];
  };
})((globalThis.handbookDesk ??= {}));

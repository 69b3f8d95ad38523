// The record of a run: who, when, each step's time and values; as rows, text and CSV.
((desk) => {
  "use strict";

  // A row of the record: {number, step, by, at, values: [[label, words]], way, note, remark}.
  const row = (step, state, remark) => ({
    number: step.number ?? "",
    step: step.do,
    by: state.by ?? "",
    at: state.done ? desk.stamp(state.done) : "",
    values: (step.checks ?? [])
      .map((check) => [check.text, shown(state.values?.[check.key])])
      .filter(([, words]) => words),
    way: state.way != null ? (step.ways?.[state.way]?.words ?? "") : "",
    note: state.note ?? "",
    remark,
  });

  const shown = (value) =>
    Array.isArray(value) ? value.join(desk.t("list-comma")) : value === true ? "✓" : value || "";

  const rows = (run, plan) => {
    const known = new Map(plan.steps.map((step) => [step.id, step]));
    const ahead = desk.flow.reached(plan.steps, run.steps);
    const earlier = run.rounds.map((state) => {
      const step = known.get(state.id) ?? {
        do: state.title,
        checks: Object.keys(state.values ?? {}).map((key) => ({ key, text: key })),
      };
      return row(step, state, desk.t(known.has(state.id) ? "earlier-round" : "step-gone"));
    });
    const now = plan.steps
      .filter((step) => ahead.has(step.id) || run.steps[step.id]?.done)
      .map((step) => {
        const state = run.steps[step.id] ?? {};
        return row(step, state, state.done ? lateness(run, plan, step, state) : desk.t("not-done"));
      });
    return [...earlier, ...now];
  };

  // Say by how much a step was late.
  const lateness = (run, plan, step, state) => {
    const limit = desk.run.limitOf(run, step);
    if (!limit?.seconds || !state.began) return "";
    const late = (state.done - desk.run.dueAt(limit, state.began, plan.worked)) / 1000;
    return late > 0 ? desk.t("late-by", { time: desk.length(late) }) : "";
  };

  const head = (run, plan) => [
    [desk.t("case"), run.case],
    [desk.t("operator"), run.operator],
    ...Object.values(run.cases ?? {}).map((words) => [
      desk.t("case-applies"),
      words || desk.t("case-otherwise"),
    ]),
    [desk.t("edition-of"), [plan.code, plan.version, run.edition].filter(Boolean).join(" · ")],
    [desk.t("started"), desk.stamp(run.started)],
    [desk.t("finished"), run.finished ? desk.stamp(run.finished) : ""],
  ];

  const text = (run, plan) => {
    const lines = [
      plan.title,
      ...head(run, plan).map(([label, words]) => `${label}\t${words}`),
      "",
    ];
    for (const each of rows(run, plan)) {
      lines.push(
        [each.number, each.step, each.at, each.by, each.remark].filter(Boolean).join("  "),
      );
      for (const [label, words] of each.values) lines.push(`    ${label}: ${words}`);
      if (each.way) lines.push(`    → ${each.way}`);
      if (each.note) lines.push(`    ${desk.t("note")}: ${each.note}`);
    }
    return lines.join("\n") + "\n";
  };

  const csv = (run, plan) => {
    const names = [
      "case",
      "number",
      "step",
      "done-at",
      "operator",
      "values",
      "way",
      "note",
      "remark",
    ];
    return desk.csv([
      names.map((name) => desk.t(name)),
      ...rows(run, plan).map((each) => [
        run.case,
        each.number,
        each.step,
        each.at,
        each.by,
        each.values.map(([label, words]) => `${label}: ${words}`).join("; "),
        each.way,
        each.note,
        each.remark,
      ]),
    ]);
  };

  const json = (run, plan) =>
    JSON.stringify(
      { procedure: plan.address, title: plan.title, code: plan.code, ...run },
      null,
      1,
    ) + "\n";

  desk.record = { rows, head, text, csv, json };
})((globalThis.handbookDesk ??= {}));

// That the procedure has changed since a run began: which steps, and in what words.
((desk) => {
  "use strict";

  const { el, t, button, run: change } = desk;
  const WORDS =
    ".step-meta > *, .step-text :is(p, li, td, " +
    ":is(.part, .opening, .escalate):not(:has(p, li, .opening, .escalate)))";

  // What a step says on the page, a line each; the controls of a run are no part of it.
  desk.linesOfStep = (body) => {
    const heading = body.previousElementSibling.querySelector(".step__do");
    const parts = [...body.querySelectorAll(WORDS)].filter((part) => !part.closest(".run-step"));
    const lines = [heading ?? body.previousElementSibling, ...parts];
    return lines.map((part) => part.textContent.replace(/\s+/g, " ").trim()).filter(Boolean);
  };

  const listed = (parts) => parts.flatMap((part, at) => (at ? [t("list-comma"), part] : [part]));

  const changed = (step, run) => {
    const { gone, fresh } = change.difference(run.said?.[step.id] ?? [], step.said ?? []);
    const lines = [
      ...gone.map((words) => el("del", { "aria-label": t("was-said", { words }) }, words)),
      ...fresh.map((words) => el("ins", { "aria-label": t("is-said", { words }) }, words)),
    ];
    const number = el("a", { href: `#${step.id}` }, t("step-n", { number: step.number }));
    return el("li", number, run.said?.[step.id] ? lines : null);
  };

  // Draw the notice; null while run and procedure agree. `adopt` goes on by the new words.
  desk.noticeOfChange = (run, plan, adopt) => {
    const found = change.changes(run, plan);
    if (!found) return null;
    const stepOf = (id) => plan.steps.find((step) => step.id === id);
    const added = found.added.map((id) =>
      el("a", { href: `#${id}` }, `${t("step-n", { number: stepOf(id).number })} ${stepOf(id).do}`),
    );
    const line = (key, ...words) => el("p", el("span.label", t(key)), words);
    const isElsewhere = !found.changed.length && !added.length && !found.removed.length;
    return el(
      "section.run-notice",
      { "aria-label": t("changed-title") },
      el(
        "p.run-notice__title",
        t("changed-title"),
        " ",
        el("span.code", `${found.from} → ${found.to}`),
      ),
      found.changed.length
        ? el(
            "ul.run-changes",
            { "aria-label": t("changed-steps") },
            found.changed.map((id) => changed(stepOf(id), run)),
          )
        : null,
      added.length ? line("added-steps", ...listed(added)) : null,
      found.removed.length ? line("removed-steps", found.removed.join(t("list-comma"))) : null,
      isElsewhere ? el("p", t("changed-elsewhere")) : null,
      el("p", button(t("adopt"), adopt, { look: "strong" })),
    );
  };
})((globalThis.handbookDesk ??= {}));

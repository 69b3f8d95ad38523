// Run the procedure of this page: begin, go on, finish; the parts are drawn by the files before.
((desk) => {
  "use strict";

  const { el, t, button, run: change, runs } = desk;
  const place = document.querySelector("[data-desk=run]");
  const plan = desk.data;
  if (!place || !plan.steps?.length) return;

  const article = place.closest("article");
  let run = null;
  let bar = null;
  let steps = [];
  let notice = null; // that the procedure has changed
  let beat = null;

  const isAsked = () => new URLSearchParams(location.hash.slice(1)).get("run");
  const bodies = () => new Map([...document.querySelectorAll("[data-step]")].map((body) => [body.dataset.step, body]));

  const draw = () => {
    const ahead = desk.flow.reached(plan.steps, run.steps);
    const { step: current } = desk.flow.position(plan.steps, run.steps);
    const difference = change.changes(run, plan);
    for (const [step, view] of steps) {
      view.show(run.steps[step.id] ?? {}, {
        isAhead: ahead.has(step.id),
        isCurrent: step === current,
        isLocked: Boolean(run.finished),
        change: difference?.changed.includes(step.id) ? t("step-changed") : difference?.added.includes(step.id) ? t("step-added") : "",
      });
    }
    bar?.show(run);
    bar?.tick(run, desk.now());
  };

  const keep = (next) => {
    run = next;
    runs.put(run);
    draw();
  };

  // After a step the next one is at hand: in view, and under the keyboard.
  const goOn = () => {
    const { step } = desk.flow.position(plan.steps, run.steps);
    if (!step) return bar.finish.focus();
    const [, view] = steps.find(([each]) => each === step);
    view.bring();
    view.focus(!run.steps[step.id]?.done);
    const done = run.steps[step.id]?.done;
    return desk.announce(done ? t("choose-way") : t("next-step", { number: step.number, what: step.do }));
  };

  const send = {
    tick(id, isDone) {
      keep(change.tick(run, plan, id, isDone, desk.now()));
      if (isDone) goOn();
    },
    take(id, number) {
      keep(change.take(run, plan, id, number, desk.now()));
      if (number !== null) goOn();
    },
    value: (id, key, words) => keep(change.value(run, id, key, words)),
    note: (id, words) => keep(change.note(run, id, words)),
    begin: (id) => keep(change.begin(run, id, desk.now())),
  };

  const tellChanges = () => {
    notice?.remove();
    notice = null;
    const found = change.changes(run, plan);
    if (!found) return;
    const number = (id) => plan.steps.find((step) => step.id === id).number;
    const list = (ids) => ids.map((id) => el("a", { href: `#${id}` }, t("step-n", { number: number(id) }))).flatMap((link, at) => (at ? [t("list-comma"), link] : [link]));
    const lines = [["changed-steps", list(found.changed)], ["added-steps", list(found.added)], ["removed-steps", [found.removed.join(t("list-comma"))]]];
    notice = el("section.run-notice", { "aria-label": t("changed-title") },
      el("p.run-notice__title", {}, t("changed-title"), " ", el("span.code", {}, `${found.from} → ${found.to}`)),
      lines.filter(([, words]) => words.join("")).map(([key, words]) => el("p", {}, el("span.label", {}, t(key)), words)),
      [found.changed, found.added, found.removed].some((each) => each.length) ? null : el("p", {}, t("changed-elsewhere")),
      el("p", {}, button(t("adopt"), () => { keep(change.adopt(run, plan, desk.now())); tellChanges(); goOn(); }, { look: "strong" })));
    bar.part.after(notice);
  };

  const close = () => {
    clearInterval(beat);
    for (const [, view] of steps) view.remove();
    for (const part of [bar?.part, notice, article.querySelector(".record")]) part?.remove();
    steps = [];
    bar = notice = null;
    delete document.documentElement.dataset.running;
  };

  const leave = () => {
    close();
    run = null;
    desk.session.remove(`open.${plan.address}`);
    if (isAsked()) history.replaceState(null, "", location.pathname + location.search);
    offer();
    place.querySelector("button, input")?.focus();
  };

  const showRecord = () => {
    close();
    place.hidden = true;
    document.documentElement.dataset.running = "finished";
    const record = desk.recordOfRun(run, plan, {
      reopen: () => { keep(change.reopen(run, plan, desk.now())); open(run); },
      remove: () => { runs.remove(run); leave(); },
      leave,
    });
    place.after(record);
    record.focus();
  };

  const finish = (isSure) => {
    const left = change.open(run, plan);
    if (left.length && !isSure) {
      const numbers = left.map((step) => step.number).join(t("list-comma"));
      return bar.ask(t("still-open", { numbers }), () => finish(true));
    }
    keep(change.finish(run, desk.now()));
    return showRecord();
  };

  const open = (found) => {
    close();
    run = found;
    desk.session.set(`open.${plan.address}`, run.case);
    if (run.finished) return showRecord();
    place.hidden = true;
    document.documentElement.dataset.running = "yes";
    bar = desk.barOfRun(plan, {
      operator: (words) => { desk.store.set("operator", words); keep({ ...run, operator: words }); },
      finish: () => finish(false),
      leave,
    });
    article.querySelector("h1").after(bar.part);
    const at = bodies();
    steps = plan.steps.filter((step) => at.has(step.id)).map((step) => [step, desk.stepOfRun(step, at.get(step.id), send)]);
    draw();
    tellChanges();
    beat = setInterval(() => bar?.tick(run, desk.now()), 1000);
    return undefined;
  };

  // What one sees before a run: those under way, and where a new one begins.
  const offer = () => {
    const found = runs.of(plan.address);
    const name = el("input", { type: "text", autocomplete: "off", required: true });
    const operator = el("input", { type: "text", autocomplete: "off" });
    name.value = runs.suggest(plan.address, desk.now());
    operator.value = desk.store.get("operator") ?? "";
    const begin = (event) => {
      event.preventDefault();
      const words = name.value.trim();
      if (!words) return name.focus();
      desk.store.set("operator", operator.value.trim());
      open(runs.get(plan.address, words) ?? change.start(plan, words, operator.value.trim(), desk.now()));
      runs.put(run);
      return goOn();
    };
    const list = found.map((each) => {
      const { done, all } = change.progress(each, plan);
      const words = each.finished ? t("finished-at", { at: desk.stamp(each.finished) }) : t("progress", { done, all });
      return el("li", {}, button(each.case, () => { open(each); if (!run.finished) goOn(); }, { look: "link" }), el("span", {}, each.operator),
        el("span", {}, words), desk.twice(t("remove"), t("remove-sure"), () => { runs.remove(each); offer(); }));
    });
    place.replaceChildren(
      el("form.run-start", { onsubmit: begin }, desk.field(t("case"), name), desk.field(t("operator"), operator),
        el("button.desk-button.strong", { type: "submit" }, t("start"))),
      ...(list.length ? [el("ul.run-list", { "aria-label": t("runs") }, list)] : []),
      el("p.fine", {}, desk.store.isKept() ? t("kept-here") : t("not-kept")));
    place.hidden = false;
  };

  // Another window may work on the same run.
  addEventListener("storage", (event) => {
    if (!run || !runs.isAt(event.key, run)) return;
    const fresh = runs.get(plan.address, run.case);
    if (!fresh) leave();
    else if (Boolean(fresh.finished) !== Boolean(run.finished)) open(fresh);
    else { run = fresh; draw(); }
  });

  offer();
  const wanted = isAsked() ?? desk.session.get(`open.${plan.address}`);
  const kept = wanted && runs.get(plan.address, wanted);
  if (kept) open(kept);
})((globalThis.handbookDesk ??= {}));

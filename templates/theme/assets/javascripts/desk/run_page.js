// Run the procedure of this page: begin, go on, finish; the parts are drawn by the files before.
((desk) => {
  "use strict";

  const { t, run: change, runs } = desk;
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
  const bodies = new Map(
    [...document.querySelectorAll("[data-step]")].map((body) => [body.dataset.step, body]),
  );
  for (const step of plan.steps) {
    step.said = bodies.has(step.id) ? desk.linesOfStep(bodies.get(step.id)) : [];
  }

  const changeOf = (step, { changed, added }) => {
    if (changed.includes(step.id)) return t("step-changed");
    return added.includes(step.id) ? t("step-added") : "";
  };

  const draw = () => {
    const ahead = desk.flow.reached(plan.steps, run.steps);
    const { step: current } = desk.flow.position(plan.steps, run.steps);
    const difference = change.changes(run, plan);
    for (const [step, view] of steps) {
      view.show(run.steps[step.id] ?? {}, {
        isAhead: ahead.has(step.id),
        isCurrent: step === current,
        isLocked: Boolean(run.finished),
        limit: change.limitOf(run, step),
        change: difference ? changeOf(step, difference) : "",
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
    return desk.announce(
      done ? t("choose-way") : t("next-step", { number: step.number, what: step.do }),
    );
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
    notice = desk.noticeOfChange(run, plan, () => {
      keep(change.adopt(run, plan, desk.now()));
      tellChanges();
      goOn();
    });
    if (notice) bar.part.after(notice);
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
      reopen: () => {
        keep(change.reopen(run, plan, desk.now()));
        open(run);
      },
      remove: () => {
        runs.remove(run);
        leave();
      },
      leave,
    });
    place.after(record);
    record.focus();
  };

  // Begin again: nothing is done, under the same number.
  const restart = () => {
    open(change.start(plan, run.case, run.operator, desk.now()));
    runs.put(run);
    goOn();
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
      operator: (words) => {
        desk.store.set("operator", words);
        keep({ ...run, operator: words });
      },
      sort: (group, words) => keep(change.sort(run, plan, group, words, desk.now())),
      finish: () => finish(false),
      print: () => window.print(),
      restart: plan.retired ? null : restart,
      leave,
    });
    article.querySelector("h1").after(bar.part);
    steps = plan.steps
      .filter((step) => bodies.has(step.id))
      .map((step) => [step, desk.stepOfRun(step, bodies.get(step.id), send)]);
    draw();
    tellChanges();
    beat = setInterval(() => bar?.tick(run, desk.now()), 1000);
    return undefined;
  };

  const offer = () => {
    const parts = desk.offerOfRuns(plan, {
      start(name, operator) {
        desk.store.set("operator", operator);
        const kept = runs.get(plan.address, name);
        open(kept ?? change.start(plan, name, operator, desk.now()));
        runs.put(run);
        goOn();
      },
      open(found) {
        open(found);
        if (!run.finished) goOn();
      },
      remove(found) {
        runs.remove(found);
        offer();
      },
    });
    place.replaceChildren(...parts);
    place.hidden = parts.length === 0;
  };

  // Another window may work on the same run.
  addEventListener("storage", (event) => {
    if (!run || !runs.isAt(event.key, run)) return;
    const fresh = runs.get(plan.address, run.case);
    if (!fresh) leave();
    else if (Boolean(fresh.finished) !== Boolean(run.finished)) open(fresh);
    else {
      run = fresh;
      draw();
    }
  });

  offer();
  const wanted = isAsked() ?? desk.session.get(`open.${plan.address}`);
  const kept = wanted && runs.get(plan.address, wanted);
  if (kept) open(kept);
})((globalThis.handbookDesk ??= {}));

// A run of a procedure: what was done, when, by whom. Pure: a run and a plan in, a new run out.
// A plan is what the page knows of the procedure: {address, title, edition, promise, steps}.
// A run: {case, operator, started, finished, edition, marks, titles, steps, rounds};
// steps[id]: {began, done, by, way, values, note}; rounds: what a way back has undone.
((desk) => {
  "use strict";

  const { position, repeated } = desk.flow;

  const stateOf = (run, id) => run.steps[id] ?? {};

  const withStep = (run, id, change) => ({
    ...run,
    steps: { ...run.steps, [id]: { ...stateOf(run, id), ...change } },
  });

  // Which limit applies: of several by case the one of the case that was said, else the one for
  // all others; null before it is said. A limit is {seconds, from, event};
  // `working` says how many working days it is.
  const applying = (run, limit) => {
    if (!limit?.cases) return limit ?? null;
    const said = run.cases?.[limit.group];
    if (said == null) return null;
    const named = limit.cases.find((each) => each.when === said);
    return named ?? limit.cases.find((each) => !each.when) ?? null;
  };
  const limitOf = (run, step) => applying(run, step.limit);
  const promiseOf = (run, plan) => applying(run, plan.promise);

  // When a limit is over that began at a moment. So many working days end when hours close on the
  // last of them; the day of the event is none of them.
  const dueAt = (limit, began, worked) => {
    if (!limit?.seconds || began == null) return null;
    if (!limit.working) return began + limit.seconds * 1000;
    const { isWorked } = globalThis.handbookDates;
    const day = new Date(began);
    const weekday = () => (day.getDay() + 6) % 7;
    for (let left = limit.working; left > 0; ) {
      day.setDate(day.getDate() + 1);
      if (isWorked(desk.day(day), weekday(), worked)) left -= 1;
    }
    day.setHours(0, worked.closes[weekday()], 0, 0);
    return day.getTime();
  };

  // The clock of a step runs from when the work comes to it.
  const settled = (run, plan, now) => {
    const { step } = position(plan.steps, run.steps);
    if (!step || run.finished || stateOf(run, step.id).began) return run;
    const waits = (limit) => limit?.from === "event";
    const limit = limitOf(run, step);
    if (waits(limit) || (!limit && step.limit?.cases?.some(waits))) return run;
    return withStep(run, step.id, { began: now });
  };

  // Say which case it is: words of a group of cases, "" for none of them.
  const sort = (run, plan, group, words, now) =>
    settled({ ...run, cases: { ...run.cases, [group]: words } }, plan, now);

  const marksOf = (plan) => ({
    edition: plan.edition,
    version: plan.version,
    marks: Object.fromEntries(plan.steps.map((step) => [step.id, step.mark])),
    titles: Object.fromEntries(plan.steps.map((step) => [step.id, step.do])),
    said: Object.fromEntries(plan.steps.map((step) => [step.id, step.said ?? []])),
  });

  const start = (plan, name, operator, now) =>
    settled(
      {
        case: name,
        operator,
        started: now,
        finished: null,
        address: plan.address,
        href: plan.href,
        title: plan.title,
        steps: {},
        rounds: [],
        ...marksOf(plan),
      },
      plan,
      now,
    );

  const tick = (run, plan, id, isDone, now) =>
    settled(
      withStep(run, id, isDone ? { done: now, by: run.operator } : { done: null, by: null }),
      plan,
      now,
    );

  // Take a way: the step is done with that. A way back opens the steps again; what they said is
  // kept.
  const take = (run, plan, id, number, now) => {
    const step = plan.steps.find((each) => each.id === id);
    if (number === null) return withStep(run, id, { way: null });
    const chosen = tick(withStep(run, id, { way: number }), plan, id, true, now);
    const again = repeated(plan.steps, id, step.ways[number].to);
    if (!again.length) return chosen;
    const undone = again
      .filter((each) => stateOf(chosen, each).done)
      .map((each) => ({ id: each, ...stateOf(chosen, each) }));
    const steps = Object.fromEntries(
      Object.entries(chosen.steps).filter(([each]) => !again.includes(each)),
    );
    return settled({ ...chosen, steps, rounds: [...chosen.rounds, ...undone] }, plan, now);
  };

  const value = (run, id, key, words) =>
    withStep(run, id, { values: { ...stateOf(run, id).values, [key]: words } });

  const note = (run, id, words) => withStep(run, id, { note: words });

  const begin = (run, id, now) => withStep(run, id, { began: now });

  // What has changed in the procedure since the run began.
  const changes = (run, plan) => {
    if (run.edition === plan.edition) return null;
    const known = new Set(plan.steps.map((step) => step.id));
    return {
      from: run.edition,
      to: plan.edition,
      added: plan.steps.filter((step) => !(step.id in run.marks)).map((step) => step.id),
      changed: plan.steps
        .filter((step) => step.id in run.marks && run.marks[step.id] !== step.mark)
        .map((step) => step.id),
      removed: Object.keys(run.marks)
        .filter((id) => !known.has(id))
        .map((id) => run.titles[id]),
    };
  };

  // Which lines of a step are gone and which are fresh.
  const difference = (before, now) => ({
    gone: before.filter((line) => !now.includes(line)),
    fresh: now.filter((line) => !before.includes(line)),
  });

  // Go on by the new edition; what was done in steps that are gone stays in the record.
  const adopt = (run, plan, now) => {
    const known = new Set(plan.steps.map((step) => step.id));
    const gone = Object.entries(run.steps)
      .filter(([id, state]) => !known.has(id) && state.done)
      .map(([id, state]) => ({ id, title: run.titles[id], ...state }));
    const steps = Object.fromEntries(
      Object.entries(run.steps)
        .filter(([id]) => known.has(id))
        .map(([id, state]) => {
          const ways = plan.steps.find((step) => step.id === id).ways.length;
          return [id, state.way != null && state.way >= ways ? { ...state, way: null } : state];
        }),
    );
    return settled(
      { ...run, steps, rounds: [...run.rounds, ...gone], ...marksOf(plan) },
      plan,
      now,
    );
  };

  const finish = (run, now) => ({ ...run, finished: now });
  const reopen = (run, plan, now) => settled({ ...run, finished: null }, plan, now);

  // The steps still to do on the ways that are left, and how far the work is.
  const open = (run, plan) => {
    const ahead = desk.flow.reached(plan.steps, run.steps);
    return plan.steps.filter((step) => ahead.has(step.id) && !stateOf(run, step.id).done);
  };
  const progress = (run, plan) => {
    const ahead = desk.flow.reached(plan.steps, run.steps);
    return {
      done: plan.steps.filter((step) => ahead.has(step.id) && stateOf(run, step.id).done).length,
      all: ahead.size,
    };
  };

  desk.run = {
    start,
    tick,
    take,
    value,
    note,
    begin,
    changes,
    difference,
    adopt,
    finish,
    reopen,
    open,
    progress,
    limitOf,
    promiseOf,
    dueAt,
    sort,
    stateOf,
  };
})((globalThis.handbookDesk ??= {}));

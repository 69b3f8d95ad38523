// The ways through a procedure, as far as they are decided.
// Steps: {id, ways: [{to}]}; `to` is a step's id, "end", or null (it leads to another procedure).
// States, by step id: {done, way}; `way` is the number of the way taken.
((desk) => {
  "use strict";

  const END = "end";

  const byId = (steps) => new Map(steps.map((step) => [step.id, step]));

  // The way out of a step; null while it is open which.
  const taken = (step, state) => {
    if (step.ways.length === 1) return step.ways[0];
    return state?.way == null ? null : (step.ways[state.way] ?? null);
  };

  // The steps that the work can still come to.
  const reached = (steps, states) => {
    const known = byId(steps);
    const seen = new Set();
    const ahead = steps.slice(0, 1).map((step) => step.id);
    while (ahead.length) {
      const id = ahead.pop();
      const step = known.get(id);
      if (!step || seen.has(id)) continue;
      seen.add(id);
      const way = taken(step, states[id]);
      for (const each of way ? [way] : step.ways) if (each.to) ahead.push(each.to);
      ahead.push(...(step.together ?? []));
    }
    return seen;
  };

  // Where the work stands: {step} to do or to decide, or {way} by which it came to an end.
  // Steps done together are all due before the work goes on.
  const position = (steps, states) => {
    const known = byId(steps);
    const seen = new Set();
    let step = steps[0];
    while (step && !seen.has(step.id)) {
      seen.add(step.id);
      const state = states[step.id];
      if (!state?.done) return { step };
      const way = taken(step, state);
      if (!way) return { step };
      if (way.to === END || way.to === null) {
        const left = [...seen]
          .flatMap((id) => known.get(id).together ?? [])
          .map((id) => known.get(id))
          .find((each) => each && !states[each.id]?.done);
        return left ? { step: left } : { way };
      }
      step = known.get(way.to);
    }
    return {};
  };

  // The steps to be done again when a way leads back: from its target up to where it starts.
  const repeated = (steps, from, to) => {
    const order = steps.map((step) => step.id);
    const [first, last] = [order.indexOf(to), order.indexOf(from)];
    return first >= 0 && first <= last ? order.slice(first, last + 1) : [];
  };

  desk.flow = { END, taken, reached, position, repeated };
})((globalThis.handbookDesk ??= {}));

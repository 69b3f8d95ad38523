// The bar of a run: which case, how far, what is to do now, and how much time is left for it.
((desk) => {
  "use strict";

  const { el, t, button } = desk;

  // A countdown that is seen from two metres and told to those who listen at half, tenth and end.
  const countdown = (words) => {
    const digits = el("span.run-clock__digits");
    const sign = el("span.run-clock__words");
    const part = el("p.run-clock", { role: "timer", "aria-live": "off" }, sign, digits);
    let told = null;
    return {
      part,
      show(due, whole, now, about) {
        part.hidden = due == null;
        if (due == null) return;
        const left = (due - now) / 1000;
        const stage = desk.stage(left, whole);
        desk.say(sign, stage === 3 ? `▲ ${t("late")}` : words);
        desk.say(digits, desk.length(stage === 3 ? Math.ceil(-left) : Math.ceil(left)));
        part.dataset.stage = stage;
        const key = `${about}-${stage}`;
        if (told !== null && told !== key && told.startsWith(`${about}-`)) {
          const time = desk.length(left);
          desk.announce(t(stage === 3 ? "told-late" : "told-left", { what: about, time }));
        }
        told = key;
      },
    };
  };

  // Which of some cases it is: limits differ by them, and so it is asked once.
  const sortOf = (cases, group, tell) => {
    const option = (value, words) => el("option", { value }, words);
    const list = el(
      "select",
      { onchange: () => tell(group, list.value.slice(1)) },
      el("option", { value: "", disabled: true }, t("case-not-said")),
      cases.map((words) => option(`=${words}`, words)),
      option("=", t("case-otherwise")),
    );
    return list;
  };

  // Draw the bar. `on` takes: operator, sort (say which case it is), finish, print, restart (null
  // where none begins), leave.
  desk.barOfRun = (plan, on) => {
    const name = el("strong.run-bar__case");
    const sorts = (plan.cases ?? []).map(({ among }, group) => sortOf(among, group, on.sort));
    const progress = el("span.run-bar__progress");
    const operator = el("input", {
      type: "text",
      autocomplete: "off",
      oninput: () => on.operator(operator.value),
    });
    const what = el("p.run-bar__now");
    const step = countdown(t("left-step"));
    const whole = countdown(t("left-whole"));
    whole.part.classList.add("run-clock--whole");
    const ask = el("div.run-ask", { role: "group", tabindex: "-1", hidden: true });
    const finish = button(t("finish"), () => on.finish(), { look: "strong" });
    const part = el(
      "section.run-bar",
      { "aria-label": t("run") },
      el(
        "div.run-bar__main",
        el("p.run-bar__head", name, progress, desk.field(t("operator"), operator)),
        sorts.map((each) => desk.field(t("case-applies"), each)),
        what,
      ),
      el("div.run-bar__clocks", step.part, whole.part),
      el(
        "div.run-bar__buttons",
        finish,
        el(
          "div.run-bar__rest",
          button(t("leave"), () => on.leave(), { look: "quiet" }),
          button(t("print"), () => on.print(), { look: "quiet" }),
          on.restart && desk.twice(t("restart"), t("restart-sure"), on.restart),
        ),
      ),
      ask,
    );

    return {
      part,
      finish,
      // Ask before finishing while steps are open.
      ask(words, then) {
        const close = () => {
          ask.hidden = true;
          finish.focus();
        };
        ask.replaceChildren(
          el("p.run-ask__words", words),
          el(
            "p.run-ask__answers",
            button(t("finish-anyway"), then),
            button(t("go-on"), close, { look: "strong" }),
          ),
        );
        ask.hidden = false;
        ask.focus();
      },
      show(run) {
        desk.say(name, run.case);
        sorts.forEach((each, group) => {
          const said = run.cases?.[group];
          each.value = said == null ? "" : `=${said}`;
        });
        if (document.activeElement !== operator) operator.value = run.operator;
        const { done, all } = desk.run.progress(run, plan);
        desk.say(progress, t("progress", { done, all }));
        const place = desk.flow.position(plan.steps, run.steps);
        const end = place.way ? t("at-end", { what: place.way.words }) : "";
        desk.say(what, place.step ? `${place.step.number}  ${place.step.do}` : end);
        finish.classList.toggle("is-due", !place.step);
      },
      tick(run, now) {
        const { step: current } = desk.flow.position(plan.steps, run.steps);
        const began = current && run.steps[current.id]?.began;
        const limit = current && desk.run.limitOf(run, current);
        const due = desk.run.dueAt(limit, began || null, plan.worked);
        const words = current ? t("step-n", { number: current.number }) : "";
        step.show(due, (due - began) / 1000, now, words);
        const end = desk.run.dueAt(desk.run.promiseOf(run, plan), run.started, plan.worked);
        whole.show(end, (end - run.started) / 1000, now, t("whole"));
      },
    };
  };
})((globalThis.handbookDesk ??= {}));

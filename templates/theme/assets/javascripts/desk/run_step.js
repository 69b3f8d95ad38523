// One step of a run on the page: its box, its values, its ways, its note.
((desk) => {
  "use strict";

  const { el, t, button } = desk;
  // What a check asks: a box, a choice, several choices, or words.
  const answer = (step, check, send) => {
    const id = `desk-${step.id}-${check.key}`;
    const tell = (value) => send.value(step.id, check.key, value);
    const options =
      check.made === "one" && !check.options.length ? [t("yes"), t("no")] : check.options;
    if (options.length) {
      const type = check.made === "several" ? "checkbox" : "radio";
      const inputs = options.map((words) =>
        el("input", {
          type,
          name: id,
          value: words,
          onchange: () => {
            const on = inputs.filter((input) => input.checked).map((input) => input.value);
            tell(type === "radio" ? on[0] : on);
          },
        }),
      );
      const show = (value) => {
        for (const input of inputs) input.checked = [value].flat().includes(input.value);
      };
      const row = el(
        "fieldset.run-choice",
        el("legend", check.text),
        inputs.map((input) => el("label", input, el("span", desk.withMeaning(check, input.value)))),
      );
      return { row, show };
    }
    if (!check.value) {
      const box = el("input", { type: "checkbox", onchange: () => tell(box.checked) });
      return {
        row: el("label.run-check", box, el("span", check.text)),
        show: (value) => (box.checked = value === true),
      };
    }
    const input =
      check.made === "lines"
        ? el("textarea", { rows: 2 })
        : el("input", {
            type: check.input ?? "text",
            inputmode: check.mode ?? null,
            pattern: check.takes ?? null,
            autocomplete: "off",
          });
    input.addEventListener("input", () => tell(input.value));
    const show = (value) => {
      if (document.activeElement !== input) input.value = value ?? "";
    };
    return { row: el("label.run-value", el("span", check.text), input), show };
  };

  // The second question before a critical step counts as done.
  const question = (step, answered) => {
    const yes = button(t("critical-yes"), () => answered(true), { look: "strong" });
    const no = button(t("critical-no"), () => answered(false));
    const missing = el("p.run-missing", { hidden: true });
    const part = el(
      "div.run-ask",
      { role: "group", "aria-label": t("critical-ask"), tabindex: "-1", hidden: true },
      el("p.run-ask__words", el("span", { "aria-hidden": "true" }, "▲ "), t("critical-ask")),
      el("p.run-ask__do", step.do),
      missing,
      el("p.run-ask__answers", yes, no),
    );
    part.addEventListener("keydown", (event) => {
      if (event.key === "Escape") answered(false);
    });
    return { part, missing };
  };

  // Draw the controls of a step into its body. `send` takes what is done: tick, take, value, note.
  desk.stepOfRun = (step, body, send) => {
    const box = el("input", { type: "checkbox", id: `desk-${step.id}` });
    const at = el("span.run-at");
    const state = el("span.run-state");
    const answers = step.checks.map((check) => [check, answer(step, check, send)]);
    const ways =
      step.ways.length < 2
        ? []
        : step.ways.map((way, number) =>
            el(
              "button.run-way",
              { type: "button", "aria-pressed": "false", onclick: () => choose(number) },
              el("span.run-way__when", way.when || t("otherwise")),
              el("span", { "aria-hidden": "true" }, "→"),
              el("strong", way.words),
            ),
          );
    const clocks = (step.limit?.cases ?? [step.limit])
      .filter((limit) => limit?.from === "event" && limit.seconds)
      .map((limit) => [
        limit,
        button(t("start-clock", { event: limit.event }), () => send.begin(step.id)),
      ]);
    const note = el("textarea", {
      rows: 2,
      "aria-label": t("note-of", { number: step.number }),
      oninput: () => send.note(step.id, note.value),
      hidden: true,
    });
    const pen = button(
      t("note"),
      () => {
        note.hidden = false;
        note.focus();
      },
      { look: "quiet", "aria-label": t("note-of", { number: step.number }) },
    );

    let asked = null; // what to do after "yes"
    const ask = question(step, (isYes) => {
      ask.part.hidden = true;
      const then = asked;
      asked = null;
      if (isYes) then();
      else {
        box.checked = false;
        box.focus();
      }
    });
    const certain = (then) => {
      if (!step.critical) return then();
      const empty = answers.filter(([, each]) => each.isEmpty()).map(([check]) => check.text);
      ask.missing.hidden = empty.length === 0;
      ask.missing.textContent = t("still-empty", { what: empty.join(t("list-comma")) });
      asked = then;
      ask.part.hidden = false;
      ask.part.focus();
      return undefined;
    };
    const choose = (number) => {
      if (ways[number].getAttribute("aria-pressed") === "true") send.take(step.id, null);
      else if (box.checked && !asked) send.take(step.id, number);
      else certain(() => send.take(step.id, number));
    };
    box.addEventListener("change", () => {
      if (!box.checked) return send.tick(step.id, false);
      return certain(() => send.tick(step.id, true));
    });

    const part = el(
      "div.run-step",
      answers.length
        ? el(
            "div.run-answers",
            answers.map(([, each]) => each.row),
          )
        : null,
      clocks.map(([, clock]) => clock),
      el(
        "p.run-line",
        el(
          "label.run-tick",
          box,
          el("span", t("done")),
          el("span.desk-unseen", t("step-n", { number: step.number })),
        ),
        at,
        state,
        pen,
      ),
      ask.part,
      ways.length ? el("div.run-ways", { role: "group", "aria-label": t("ways") }, ways) : null,
      note,
    );
    (body.querySelector(".step-text") ?? body).append(part);

    const heading = body.previousElementSibling;
    let values = {};
    for (const [check, each] of answers) each.isEmpty = () => !values[check.key]?.toString();
    return {
      part,
      focus: (isDecided) =>
        (isDecided || !ways.length ? box : ways[0]).focus({ preventScroll: true }),
      bring: () => heading.scrollIntoView({ block: "center" }),
      show(
        { done, by, way, values: said = {}, note: words, began },
        { isAhead, isCurrent, isLocked, change, limit },
      ) {
        values = said;
        for (const [check, each] of answers) each.show(said[check.key]);
        if (!asked) box.checked = Boolean(done);
        desk.say(at, done ? `${desk.clock(done)}${by ? " " + by : ""}` : "");
        desk.say(state, isAhead ? (change ?? "") : t("not-this-way"));
        ways.forEach((each, number) => each.setAttribute("aria-pressed", String(way === number)));
        if (document.activeElement !== note) note.value = words ?? "";
        if (words) note.hidden = false;
        for (const [each, clock] of clocks) clock.hidden = Boolean(began) || each !== limit;
        for (const each of [heading, body]) {
          each.classList.toggle("is-off", !isAhead);
          each.classList.toggle("is-done", Boolean(done));
          each.classList.toggle("is-current", isCurrent);
        }
        for (const input of part.querySelectorAll("input, textarea, button")) {
          input.disabled = isLocked || (!isAhead && !done);
        }
        if (isCurrent) heading.setAttribute("aria-current", "step");
        else heading.removeAttribute("aria-current");
      },
      remove() {
        part.remove();
        heading.removeAttribute("aria-current");
        for (const each of [heading, body]) {
          each.classList.remove("is-off", "is-done", "is-current");
        }
      },
    };
  };
})((globalThis.handbookDesk ??= {}));

// One field of a form on the page: what was a blank becomes a place to type, and back.
((desk) => {
  "use strict";

  const { el, t, button } = desk;

  const grow = (area) => {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  };

  // An input for an answer of one line or several; `about` are the attributes that name it.
  const line = (answer, about, tell) => {
    if (answer.options.length || answer.made === "one") {
      const options = answer.options.length ? answer.options : [t("yes"), t("no")];
      const select = el(
        "select",
        { ...about, onchange: () => tell(select.value) },
        el("option", { value: "" }, ""),
        options.map((words) => el("option", { value: words }, desk.withMeaning(answer, words))),
      );
      return select;
    }
    const input =
      answer.made === "lines"
        ? el("textarea", { ...about, rows: answer.rows ?? 4 })
        : el("input", {
            ...about,
            type: answer.input ?? "text",
            inputmode: answer.mode ?? null,
            autocomplete: "off",
          });
    input.addEventListener("input", () => {
      if (answer.made === "lines") grow(input);
      tell(input.value);
    });
    return input;
  };

  const choice = (field, label, tell) => {
    const options = field.options.length ? field.options : [t("yes"), t("no")];
    const type = field.made === "several" ? "checkbox" : "radio";
    const inputs = options.map((words) =>
      el("input", {
        type,
        name: `desk-${field.name}`,
        value: words,
        onchange: () => {
          const on = inputs.filter((input) => input.checked).map((input) => input.value);
          tell(type === "radio" ? on[0] : on);
        },
      }),
    );
    const part = el(
      "span.choices",
      { role: type === "radio" ? "radiogroup" : "group", "aria-labelledby": label },
      inputs.map((input) =>
        el("label.option", input, el("span", desk.withMeaning(field, input.value))),
      ),
    );
    return {
      part,
      focus: () => inputs[0].focus(),
      show: (value) => {
        for (const input of inputs) input.checked = [value].flat().includes(input.value);
      },
    };
  };

  const table = (field, label, tell) => {
    let rows = [];
    const body = el("tbody");
    const draw = () =>
      body.replaceChildren(
        ...rows.map((row, at) =>
          el(
            "tr",
            field.columns.map((column) => {
              const about = {
                "aria-label": `${column.label} ${at + 1}`,
                "data-column": column.name,
              };
              const input = line(
                column.made === "lines" ? { ...column, made: null } : column,
                about,
                (value) => {
                  rows = rows.map((each, n) =>
                    n === at ? { ...each, [column.name]: value } : each,
                  );
                  tell(rows);
                },
              );
              input.value = row[column.name] ?? "";
              return el("td", input);
            }),
            el(
              "td.form-drop",
              button(
                "×",
                () => {
                  rows = rows.filter((_, n) => n !== at);
                  tell(rows);
                  draw();
                  more.focus();
                },
                { look: "quiet", "aria-label": t("drop-row", { number: at + 1 }) },
              ),
            ),
          ),
        ),
      );
    const more = button(t("add-row"), () => {
      rows = [...rows, {}];
      tell(rows);
      draw();
      body.lastElementChild.querySelector("input, select").focus();
    });
    const part = el(
      "div.form-table",
      el(
        "div.record__wide",
        el(
          "table.rows",
          { "aria-labelledby": label },
          el(
            "thead",
            el(
              "tr",
              field.columns.map((column) =>
                el(
                  "th",
                  { scope: "col" },
                  column.label,
                  column.required ? el("span.required", "*") : null,
                ),
              ),
              el("td.form-drop"),
            ),
          ),
          body,
        ),
      ),
      more,
    );
    return {
      part,
      focus: () => (body.querySelector("input, select") ?? more).focus(),
      show: (value) => {
        rows = value?.length ? value : Array.from({ length: field.rows }, () => ({}));
        draw();
      },
    };
  };

  const written = (field, label, tell) => {
    const input = line(
      field,
      {
        "aria-labelledby": label,
        "aria-required": field.required ? "true" : null,
        "aria-describedby": `${label}-wrong`,
      },
      tell,
    );
    const part = el(
      "span.form-line",
      input,
      field.max != null && field.adds ? el("span", ` / ${field.max}`) : null,
    );
    return {
      part,
      focus: () => input.focus(),
      show: (value) => {
        input.value = value ?? "";
        if (field.made === "lines") grow(input);
      },
      input,
    };
  };

  // Put a control into a field's cell; `tell` hears of every change.
  desk.fieldOfForm = (field, cell, tell) => {
    const name = cell.querySelector(".field__label");
    const label = `desk-label-${field.name}`;
    name.id = label;
    const blanks = [...cell.children].filter((each) => each !== name);
    if (field.made === "pen") {
      return { show() {}, wrong() {}, focus() {}, remove: () => name.removeAttribute("id") };
    }
    for (const blank of blanks) blank.hidden = true;
    const isChoice = field.made === "one" || field.options.length > 0;
    const make = field.made === "table" ? table : isChoice ? choice : written;
    const control = make(field, label, tell);
    const wrong = el("span.form-wrong", { id: `${label}-wrong`, role: "alert" });
    cell.append(control.part, wrong);
    return {
      show: control.show,
      focus: control.focus,
      wrong(words) {
        desk.say(wrong, words ?? "");
        cell.classList.toggle("is-wrong", Boolean(words));
        control.input?.setAttribute("aria-invalid", String(Boolean(words)));
      },
      remove() {
        for (const blank of blanks) blank.hidden = false;
        control.part.remove();
        wrong.remove();
        cell.classList.remove("is-wrong");
        name.removeAttribute("id");
      },
    };
  };
})((globalThis.handbookDesk ??= {}));

// A filled form as JSON and as a row of a spreadsheet, and back.
((desk) => {
  "use strict";

  const fieldsOf = (plan) => plan.groups.flatMap((group) => group.fields);

  const json = (plan, values, now) =>
    JSON.stringify(
      {
        form: plan.address,
        title: plan.title,
        code: plan.code,
        edition: plan.edition,
        saved: desk.stamp(now),
        values,
      },
      null,
      1,
    ) + "\n";

  // Take a saved form; returns {values, edition} or null when it is none of this form.
  const load = (plan, text) => {
    let data;
    try {
      data = JSON.parse(text);
    } catch {
      return null;
    }
    if (data?.form !== plan.address || typeof data.values !== "object" || !data.values) return null;
    const plain = (value) => (["string", "number"].includes(typeof value) ? String(value) : "");
    const taken = (field, value) => {
      if (field.made === "table") {
        if (!Array.isArray(value)) return [];
        return value.map((row) =>
          Object.fromEntries(field.columns.map(({ name }) => [name, plain(row?.[name])])),
        );
      }
      return Array.isArray(value)
        ? value.map(plain).filter((each) => field.options.includes(each))
        : plain(value);
    };
    const values = Object.fromEntries(
      fieldsOf(plan)
        .filter((field) => field.name in data.values)
        .map((field) => [field.name, taken(field, data.values[field.name])]),
    );
    return { values, edition: plain(data.edition) };
  };

  const words = (field, value) => {
    const rowOf = (row) =>
      field.columns.map(({ label, name }) => `${label}: ${row[name] ?? ""}`).join("; ");
    if (field.made === "table") {
      return (value ?? []).filter(desk.form.isRow).map(rowOf).join(" | ");
    }
    return Array.isArray(value) ? value.join("; ") : (value ?? "");
  };

  const csv = (plan, values) => {
    const fields = fieldsOf(plan).filter((field) => !field.apart);
    const totals = plan.groups.flatMap((group) =>
      group.total === null ? [] : [desk.form.sum(group.fields, values) ?? ""],
    );
    return desk.csv([
      [...fields.map((field) => field.label), ...totals.map(() => desk.t("total"))],
      [...fields.map((field) => words(field, values[field.name])), ...totals],
    ]);
  };

  desk.paper = { fieldsOf, json, load, csv };
})((globalThis.handbookDesk ??= {}));

// Is an answer one? Pure: check(field, value) returns what is wrong as a key of the words, or null.
// What a field takes is said by the record of its type (generator/handbook/model/field_types.py).
((desk) => {
  "use strict";

  const isEmpty = (value) =>
    value == null || value === "" || value === false || (Array.isArray(value) && !value.length);

  const NUMBER = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
  const numberOf = (words) => {
    const text = String(words ?? "").trim();
    return NUMBER.test(text) ? Number(text.replaceAll(",", "")) : null;
  };

  // Editors write patterns for Python; one that this browser cannot read asks for nothing.
  const fits = (pattern, words) => {
    try {
      return new RegExp(`^(?:${pattern})$`, "u").test(words);
    } catch {
      return true;
    }
  };

  const check = (field, value) => {
    if (field.made === "pen") return null;
    if (isEmpty(value)) return field.required ? "error-required" : null;
    if (Array.isArray(value)) return null;
    const words = String(value).trim();
    if (!words) return field.required ? "error-required" : null;
    if (!field.options?.length) {
      if (field.takes && !fits(field.takes, words)) return field.wrong;
      const number = numberOf(words);
      if (field.max != null && number > field.max) return "error-max";
      if (field.adds && number < 0) return "error-number";
    }
    if (field.pattern && !fits(field.pattern, words)) return "error-pattern";
    return null;
  };

  // A row of a table counts when anything stands in it.
  const isRow = (row) => Object.values(row ?? {}).some((value) => !isEmpty(value));

  // Everything that is wrong: [{name, row, column, key}].
  const errors = (fields, values) =>
    fields.flatMap((field) => {
      const value = values[field.name];
      if (field.made !== "table") {
        const key = check(field, value);
        return key ? [{ field, key }] : [];
      }
      const rows = (value ?? []).map((row, at) => [row, at]).filter(([row]) => isRow(row));
      const missing = field.required && !rows.length ? [{ field, key: "error-required" }] : [];
      return missing.concat(
        rows.flatMap(([row, at]) =>
          field.columns.flatMap((column) => {
            const key = check(column, row[column.name]);
            return key ? [{ field, row: at, column, key }] : [];
          }),
        ),
      );
    });

  // The sum of the scores; null while none is given.
  const sum = (fields, values) => {
    const given = fields
      .filter((field) => field.adds)
      .map((field) => numberOf(values[field.name]))
      .filter((number) => number !== null);
    return given.length
      ? Math.round(given.reduce((all, number) => all + number, 0) * 100) / 100
      : null;
  };

  desk.form = { check, errors, sum, isRow, isEmpty, numberOf };
})((globalThis.handbookDesk ??= {}));

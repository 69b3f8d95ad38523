// Rows for a spreadsheet.
((desk) => {
  "use strict";

  // A cell for a spreadsheet; one that begins like a formula is kept from being one.
  const cell = (words) => {
    const text = String(words ?? "");
    const plain = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s.-]+$/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  // Spreadsheets take a file for UTF-8 only when it begins with this mark.
  desk.csv = (lines) =>
    "\ufeff" + lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
})((globalThis.handbookDesk ??= {}));

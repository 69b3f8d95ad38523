// On which days a duty is due. A rule is that of derive/recurrence.py: weekdays count from
// Monday = 0, of month_days -1 is the last. Days are Dates at local midnight.
((desk) => {
  "use strict";

  const has = (list, value) => !list?.length || list.includes(value);

  const isWhich = (which, day, last) =>
    which > 0
      ? Math.ceil(day.getDate() / 7) === which
      : Math.ceil((last + 1 - day.getDate()) / 7) === -which;

  // Whether a rule begins on a day.
  const fits = (rule, day) => {
    if (rule.dates) return rule.dates.includes(desk.day(day));
    if (rule.off?.includes(desk.day(day))) return false;
    if (rule.on?.includes(desk.day(day))) return has(rule.months, day.getMonth() + 1);
    const last = new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate();
    return (
      (!rule.which || isWhich(rule.which, day, last)) &&
      has(rule.weekdays, (day.getDay() + 6) % 7) &&
      has(rule.months, day.getMonth() + 1) &&
      (has(rule.month_days, day.getDate()) ||
        (rule.month_days.includes(-1) && day.getDate() === last))
    );
  };

  // Whether a rule began on the day or so few days before that it lasts still.
  const lasts = (rule, day) =>
    Array.from({ length: 1 + (rule.further_days ?? 0) }, (_, back) => midnight(day, -back)).some(
      (each) => fits(rule, each),
    );

  // Whether a duty is due on a day; of one that is due every other week the day is only likely.
  const falls = (duty, day) => duty.rules.some((rule) => lasts(rule, day));
  const begins = (duty, day) => duty.rules.some((rule) => fits(rule, day));
  const isLikely = (duty, day) =>
    duty.rules.every((rule) => !fits(rule, day) || rule.interval > 1 || rule.is_assumed);

  const midnight = (moment, ahead = 0) => {
    const day = new Date(moment);
    return new Date(day.getFullYear(), day.getMonth(), day.getDate() + ahead);
  };

  // What is due today, and what on the next days that is not due every day: [[day, duties], …].
  const today = (duties, moment) => duties.filter((duty) => falls(duty, midnight(moment)));
  const ahead = (duties, moment, days = 7) => {
    const daily = (duty) =>
      duty.rules.some((rule) => rule.frequency === "DAILY" && !(rule.interval > 1));
    const rest = duties.filter((duty) => !daily(duty));
    return Array.from({ length: days }, (_, at) => midnight(moment, at + 1))
      .map((day) => [day, rest.filter((duty) => begins(duty, day))])
      .filter(([, found]) => found.length);
  };

  desk.due = { fits, falls, isLikely, today, ahead, midnight };
})((globalThis.handbookDesk ??= {}));

// Moments and lengths of time in words. Moments are milliseconds, lengths seconds.
((desk) => {
  "use strict";

  const [MINUTE, HOUR, DAY] = [60, 3600, 86400];
  const two = (number) => String(number).padStart(2, "0");

  desk.now = () => Date.now();

  desk.clock = (moment) => {
    const at = new Date(moment);
    return `${two(at.getHours())}:${two(at.getMinutes())}`;
  };

  desk.day = (moment) => {
    const at = new Date(moment);
    return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  };

  desk.stamp = (moment) => `${desk.day(moment)} ${desk.clock(moment)}`;

  // 29:59, 3:05:00, 2 days 4 h; what is left, or by how much it is late.
  desk.length = (seconds) => {
    const left = Math.abs(Math.trunc(seconds));
    if (left >= 2 * DAY) {
      const hours = Math.floor((left % DAY) / HOUR);
      return desk.t("days-hours", { days: Math.floor(left / DAY), hours });
    }
    const [hours, minutes] = [Math.floor(left / HOUR), Math.floor((left % HOUR) / MINUTE)];
    return hours
      ? `${hours}:${two(minutes)}:${two(left % MINUTE)}`
      : `${two(minutes)}:${two(left % MINUTE)}`;
  };

  // How pressing it is: 0 in time, 1 half gone, 2 a tenth left, 3 late.
  desk.stage = (left, whole) => {
    if (left <= 0) return 3;
    if (left <= whole / 10) return 2;
    return left <= whole / 2 ? 1 : 0;
  };
})((globalThis.handbookDesk ??= {}));

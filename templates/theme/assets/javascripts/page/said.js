// Fill a message, in the form that a number asks for: {number:# step|# steps} is 1 step or 3 steps.
// The command fills its own in the same way: languages/filling.py.
(() => {
  "use strict";

  const FIELD = /\{(\w+)(?:(?:=([\d,]+))?:([^{}|]*)\|([^{}|]*))?\}/g;

  globalThis.handbookSaid = (words, details = {}) =>
    words.replace(FIELD, (whole, name, numbers, one, many) => {
      const detail = details[name];
      if (detail === undefined) return whole;
      if (one === undefined) return detail;
      const isOne = (numbers ?? "1").split(",").includes(String(Number(detail)));
      return (isOne ? one : many).replace("#", detail);
    });
})();

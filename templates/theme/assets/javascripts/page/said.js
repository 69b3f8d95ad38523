// Fill a message, in the form that a number asks for: {number:# step|# steps} is 1 step or 3 steps.
// The command fills its own in the same way: languages/filling.py.
(() => {
  "use strict";

  const FIELD = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

  globalThis.handbookSaid = (words, details = {}) =>
    words.replace(FIELD, (whole, name, one, many) => {
      const detail = details[name];
      if (detail === undefined) return whole;
      if (one === undefined) return detail;
      return (Number(detail) === 1 ? one : many).replace("#", detail);
    });
})();

// The runs kept in this browser; each under its procedure's address and its case number.
((desk) => {
  "use strict";

  const key = (address, name) => `run.${address}.${encodeURIComponent(name)}`;

  // Whether a run was finished so long ago that it is to be forgotten.
  const isOver = (run) =>
    desk.words?.keep != null &&
    Boolean(run.finished) &&
    desk.now() - run.finished > desk.words.keep * 1000;

  desk.runs = {
    of(address) {
      return this.kept(address).filter((run) => {
        if (isOver(run)) this.remove(run);
        return !isOver(run);
      });
    },
    kept: (address) =>
      desk.store
        .keys(`run.${address ?? ""}${address ? "." : ""}`)
        .map((each) => desk.store.get(each))
        .filter((run) => run?.case && run.steps)
        .sort((one, other) => other.started - one.started),
    get: (address, name) => desk.store.get(key(address, name)),
    put: (run) => desk.store.set(key(run.address, run.case), run),
    remove: (run) => desk.store.remove(key(run.address, run.case)),
    isAt: (kept, run) => kept?.endsWith("." + key(run.address, run.case)),
    // A number to begin with: the day and how many there are already.
    suggest(address, now) {
      const day = desk.day(now).replaceAll("-", "");
      const taken = new Set(this.of(address).map((run) => run.case));
      let number = 1;
      while (taken.has(`${day}-${number}`)) number += 1;
      return `${day}-${number}`;
    },
  };
})((globalThis.handbookDesk ??= {}));

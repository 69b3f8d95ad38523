// My role: chosen once on the first page, kept in this browser, and written into the address, so
// that it can be bookmarked: index.html#role=auto/visit-officer. Its work is loaded then.
((desk) => {
  "use strict";

  const { el, t } = desk;
  const select = document.querySelector("select[data-role]");
  const place = document.querySelector("[data-desk=role]");
  const going = document.querySelector("[data-desk=going]");

  const link = (each) => el("a", { href: each.href }, each.title);

  const dueLine = (duty, day) =>
    el(
      "li",
      el(
        "span",
        el("a", { href: duty.href }, duty.what),
        duty.of ? el("span.role-of", duty.of) : null,
      ),
      el("span.role-when", duty.when, desk.due.isLikely(duty, day) ? ` · ${t("perhaps")}` : ""),
    );

  const part = (title, ...content) => el("div.role-part", el("h3", title), ...content);

  const draw = (work) => {
    const now = desk.now();
    const words = globalThis.handbookDates.format("short");
    const today = desk.due.today(work.due, now);
    const ahead = desk.due.ahead(work.due, now);
    const list = (days) =>
      days.map(([day, found]) => [
        el("p.role-day", words.format(day)),
        el(
          "ul.role-due",
          found.map((duty) => dueLine(duty, day)),
        ),
      ]);
    place.replaceChildren(
      el("h2", link(work)),
      part(
        `${t("due-today")} · ${words.format(now)}`,
        today.length
          ? el(
              "ul.role-due",
              today.map((duty) => dueLine(duty, desk.due.midnight(now))),
            )
          : el("p.fine", t("nothing-due")),
      ),
      ahead.length
        ? el("details.role-ahead", el("summary", t("due-soon")), list(ahead).flat())
        : "",
      work.procedures.length
        ? part(
            t("my-procedures"),
            el(
              "ul.home-procedures",
              work.procedures.map((each) =>
                el("li", link(each), each.code ? el("span.code", each.code) : null),
              ),
            ),
          )
        : "",
      work.scripts.length ? part(t("my-scripts"), el("p.role-links", work.scripts.map(link))) : "",
      work.forms.length ? part(t("my-forms"), el("p.role-links", work.forms.map(link))) : "",
      el(
        "p.fine",
        t("bookmark"),
        " ",
        desk.button(t("copy-link"), () => desk.copy(location.href), { look: "quiet" }),
      ),
    );
    place.hidden = false;
  };

  const asked = () => new URLSearchParams(location.hash.slice(1)).get("role");
  const optionOf = (address) =>
    [...select.options].find((option) => option.value && option.value === address);

  // auto/visit-officer has its work in auto/roles/visit-officer.js.
  const fileOf = (address) =>
    `${address.replace(/[^/]+$/, (id) => `${select.dataset.role}/${id}`)}.js`;

  let wanted = null;
  desk.role = (work) => {
    if (work.address === wanted) draw(work);
  };

  const show = (address) => {
    const option = optionOf(address);
    wanted = option?.value ?? null;
    select.value = wanted ?? "";
    place.hidden = true;
    if (!option) return;
    document.body.append(el("script", { src: fileOf(wanted) }));
  };

  const choose = () => {
    desk.store.set("role", select.value);
    const hash = select.value
      ? `#role=${encodeURIComponent(select.value).replaceAll("%2F", "/")}`
      : "";
    history.replaceState(null, "", hash || location.pathname + location.search);
    show(select.value);
  };

  // What is under way in this browser, whoever's it is.
  const showGoing = () => {
    const found = desk.runs.of().filter((run) => !run.finished && run.href);
    going.hidden = found.length === 0;
    going.replaceChildren(
      el("h2", t("under-way")),
      el(
        "ul.run-list",
        found.map((run) =>
          el(
            "li",
            el("a", { href: `${run.href}#run=${encodeURIComponent(run.case)}` }, run.case),
            el("span", run.title),
            el("span", run.operator),
            el("span", desk.stamp(run.started)),
          ),
        ),
      ),
    );
  };

  if (going) showGoing();
  if (!select || !place) return;
  select.addEventListener("change", choose);
  addEventListener("hashchange", () => asked() && show(asked()));
  const chosen = asked() ?? desk.store.get("role");
  if (asked() && optionOf(asked())) desk.store.set("role", asked());
  if (chosen && optionOf(chosen)) {
    if (!asked() && !location.hash) history.replaceState(null, "", `#role=${chosen}`);
    show(chosen);
  } else select.value = "";
})((globalThis.handbookDesk ??= {}));

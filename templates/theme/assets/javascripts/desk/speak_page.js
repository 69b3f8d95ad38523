// Speak from the script of this page. What is filled in stays with this tab, so that the scripts
// reached from here know it too; "next customer" forgets it.
((desk) => {
  "use strict";

  const { el, t, button, speech } = desk;
  const place = document.querySelector("[data-desk=speak]");
  const { slots = [], lines = [], never = [] } = desk.data;
  const items = [...document.querySelectorAll(".lines > .line")];
  if (!place || !(items.length || slots.length)) return;

  const article = place.closest("article");
  // The list of blanks keeps their names.
  for (const fixed of document.querySelectorAll(".slots .slot")) fixed.dataset.fixed = "";

  let values = desk.session.get("slots") ?? {};
  let current = null;

  const copy = (item) => {
    const words = speech.textOf(item.querySelector(".spoken__words"));
    desk.copy(words);
    item.classList.add("is-copied");
    setTimeout(() => item.classList.remove("is-copied"), 1500);
  };

  const goTo = (item, isCopied = false) => {
    current?.classList.remove("is-current");
    current?.removeAttribute("aria-current");
    current = item;
    if (!item) return;
    item.classList.add("is-current");
    item.setAttribute("aria-current", "true");
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "center" });
    if (isCopied) copy(item);
  };

  // What the customer says, as buttons; a way out of the script is a link.
  const reply = ({ when, href, words }) => {
    const parts = [
      el("span.run-way__when", when || t("otherwise")),
      el("span", { "aria-hidden": "true" }, "→"),
      el("strong", words),
    ];
    if (href && !href.startsWith("#")) return el("a.run-way", { href }, parts);
    const target = href ? items[lines.findIndex((line) => line.id === href.slice(1))] : null;
    return el(
      "button.run-way",
      {
        type: "button",
        onclick: () => {
          goTo(target);
          if (!target) desk.announce(words);
        },
      },
      parts,
    );
  };

  items.forEach((item, at) => {
    const spoken = item.querySelector(".spoken");
    const { replies } = lines[at];
    const length = speech.seconds(speech.textOf(item.querySelector(".spoken__words")));
    const tools = el(
      "p.speak-tools",
      button(t("copy"), () => copy(item), {
        look: "quiet",
        "aria-label": t("copy-line", { number: at + 1 }),
      }),
      el("span.speak-time", t("seconds", { number: length })),
    );
    spoken.querySelector(".spoken__words").after(tools);
    const written = spoken.querySelector(".branches");
    if (written) {
      written.replaceWith(
        el("div.run-ways", { role: "group", "aria-label": t("customer-says") }, replies.map(reply)),
      );
    }
  });

  const inputs = slots.map(({ name, example }) => {
    const input = el("input", {
      type: "text",
      autocomplete: "off",
      placeholder: example,
      oninput: () => {
        values = { ...values, [name]: input.value };
        desk.session.set("slots", values);
        speech.fill(article, values);
      },
    });
    return [name, input];
  });
  const show = () => {
    for (const [name, input] of inputs) input.value = values[name] ?? "";
    speech.fill(article, values);
  };
  const clear = button(t("next-customer"), () => {
    values = {};
    desk.session.remove("slots");
    show();
    (inputs[0]?.[1] ?? clear).focus();
  });

  const large = button(t("large"), () => setLarge(large.getAttribute("aria-pressed") !== "true"), {
    "aria-pressed": "false",
  });
  const setLarge = (isLarge) => {
    large.setAttribute("aria-pressed", String(isLarge));
    document.documentElement.toggleAttribute("data-large", isLarge);
    desk.store.set("large", isLarge);
  };

  const whole = items.reduce(
    (sum, item) => sum + speech.seconds(speech.textOf(item.querySelector(".spoken__words"))),
    0,
  );
  place.append(
    el(
      "div.speak-slots",
      inputs.map(([name, input]) => desk.field(name, input)),
      inputs.length ? clear : null,
      large,
    ),
    el(
      "p.fine",
      items.length
        ? `${t("reading-time", { time: t("seconds", { number: whole }) })} · ${t("copy-hint")}`
        : "",
      desk.session.isKept() ? "" : ` ${t("not-kept")}`,
    ),
  );
  place.hidden = false;
  setLarge(desk.store.get("large") === true);
  show();

  // What must not be said stands beside the lines as long as they are in view.
  const speak = document.querySelector(".speak");
  if (speak && never.length) {
    speak.classList.add("speak--beside");
    speak.append(
      el(
        "aside.speak-never",
        { "aria-label": t("never-say") },
        el("p.label", t("never-say")),
        el(
          "ul",
          never.map((words) => el("li", words)),
        ),
      ),
    );
  }

  // A figure copies that line, c the line one is at; not while one writes.
  addEventListener("keydown", (event) => {
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.target.closest("input, textarea, select")
    ) {
      return;
    }
    if (/^[1-9]$/.test(event.key) && items[event.key - 1]) goTo(items[event.key - 1], true);
    else if (event.key === "c" && (event.target.closest(".line") ?? current)) {
      copy(event.target.closest(".line") ?? current);
    } else return;
    event.preventDefault();
  });
})((globalThis.handbookDesk ??= {}));

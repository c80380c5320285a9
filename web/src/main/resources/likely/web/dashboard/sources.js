// Places from which too many answers came, and what the owner makes of those answers.

import { el, text } from "./dom.js";
import { count, span } from "./words.js";

/**
 * @param decide takes a place's id, whether its answers are to count, and what to call with how many are done; promises how
 * many it were
 */
export function sourcesView(parent, decide) {
  const note = el(
    "p",
    { class: "soft" },
    "From each of these places, more answers came within an hour than this survey takes from one without a doubt. They count until you take them out; they stay stored, and you can count them again.",
  );
  const progress = el("p", { role: "status", class: "soft" });
  const body = el("tbody");
  const heads = ["When", "Answers beyond the limit", "Not counted", "What is to be done"];
  const table = el("table", {}, el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))), body);
  const scroller = el("div", { class: "scroll", role: "region", "aria-label": "Crowded places, table", tabIndex: 0 }, table);
  parent.append(note, scroller, progress);

  let acted;
  const buttons = (disabled) => body.querySelectorAll("button").forEach((each) => (each.disabled = disabled));
  const act = async (id, counts) => {
    buttons(true);
    text(progress, "At work …");
    try {
      const changed = await decide(id, counts, (done) => text(progress, `At work: ${count(done)} so far …`));
      acted = id;
      text(progress, `${count(changed)} ${counts ? "counted again" : "taken out of the count"}.`);
    } catch (error) {
      text(progress, "That did not work: " + error.message);
      buttons(false);
    }
  };
  const button = (words, id, counts) => el("button", { type: "button", onclick: () => act(id, counts) }, words);

  return ({ sources, zone }) => {
    parent.hidden = !sources.length;
    let focus; // in the row that was acted on, whose button is gone
    body.replaceChildren(
      ...sources.map(({ id, marked, excluded, first_at, last_at }) => {
        const actions = el("td", {}, el("span", { class: "row" }));
        if (excluded < marked) actions.firstChild.append(button("Do not count them", id, false));
        if (excluded > 0) actions.firstChild.append(button("Count them again", id, true));
        if (id === acted) focus = actions.querySelector("button");
        return el(
          "tr",
          {},
          el("th", { scope: "row" }, first_at === null ? "–" : span(first_at, last_at, zone)),
          el("td", {}, count(marked)),
          el("td", {}, count(excluded)),
          actions,
        );
      }),
    );
    if (document.activeElement === document.body) focus?.focus();
    acted = undefined;
  };
}

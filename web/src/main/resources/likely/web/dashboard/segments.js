// One property's values side by side, each against all the others together.

import { el, rows, text } from "./dom.js";
import { count, interval, nps, signedWhole } from "./words.js";

// The level at which the server's adjusted p is called a difference.
const CLEAR = 0.05;

const verdict = (rest) => {
  if (!rest || rest.difference == null) return "–";
  const points = signedWhole(rest.difference);
  if (rest.p_adjusted == null || rest.p_adjusted >= CLEAR) return `${points}, no clear difference`;
  return `${points}, ${rest.difference > 0 ? "▲ higher" : "▼ lower"} than the rest`;
};

export function segmentsView(parent, go) {
  const pick = el("select", { onchange: () => go({ segment: pick.value }) });
  const label = el("label", {}, "Compare by ", pick);
  const body = el("tbody");
  const heads = ["Value", "Answers", "Score", "95 % interval", "Difference to the rest"];
  const table = el("table", {}, el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))), body);
  const scroller = el("div", { class: "scroll", role: "region", "aria-label": "Segments, table", tabIndex: 0 }, table);
  const empty = el("p", { class: "soft" });
  const note = el(
    "p",
    { class: "soft" },
    "Each value is tested against all other answers; a difference is named where chance is an unlikely cause (p below 0.05, corrected for the number of values by Holm’s method).",
  );
  parent.append(label, scroller, empty, note);

  return ({ names, name, segments }) => {
    if ([...pick.options].map((option) => option.value).join("\n") !== names.join("\n"))
      pick.replaceChildren(...names.map((each) => el("option", { value: each }, each)));
    if (pick.value !== name) pick.value = name;
    label.hidden = !names.length;
    const some = Boolean(segments?.length);
    scroller.hidden = note.hidden = !some;
    text(empty, some ? "" : names.length ? "No answers with this property in these days." : "This survey has no segments.");
    rows(
      body,
      (segments ?? []).map(({ value, score, rest }) => [value, count(score.n), nps(score), interval(score), verdict(rest)]),
    );
  };
}

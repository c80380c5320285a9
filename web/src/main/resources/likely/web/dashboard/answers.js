// The list of answers with its filters, its pages and its CSV.

import { item } from "./answer.js";
import { el, text } from "./dom.js";
import { save } from "./export.js";
import { BAND_NAMES, BANDS } from "./words.js";

export const PER_PAGE = 20;

/** The list's part of a /v1 query. */
export const filters = ({ band, standing, property, value }) => ({
  band,
  ...(standing ? { [standing]: true } : {}),
  ...(property && value ? { [`property[${property}]`]: value } : {}),
});

/** What an answer may be besides one of all, by the name of its field. */
const STANDINGS = { suspect: "Too many from one place", excluded: "Not counted" };

export function answersView(parent, go) {
  const band = el(
    "select",
    { onchange: () => go({ band: band.value }) },
    el("option", { value: "" }, "All"),
    ...BANDS.map((name) => el("option", { value: name }, BAND_NAMES[name])),
  );
  const standing = el(
    "select",
    { onchange: () => go({ standing: standing.value }) },
    el("option", { value: "" }, "All"),
    ...Object.entries(STANDINGS).map(([name, words]) => el("option", { value: name }, words)),
  );
  const property = el("select", { onchange: () => value.value && go({ property: property.value, value: value.value }) });
  const value = el("input", {
    type: "search",
    size: 12,
    onchange: () => go({ property: value.value ? property.value : "", value: value.value }),
  });
  const progress = el("span", { role: "status", class: "soft" });
  const csv = el("button", { type: "button" }, "Download CSV");
  const where = el("span", { class: "where" }, el("label", {}, "Property ", property), " ", el("label", {}, "is ", value));
  const bar = el(
    "form",
    { class: "bar", onsubmit: (event) => event.preventDefault() },
    el("label", {}, "Band ", band),
    el("label", {}, "Standing ", standing),
    where,
    csv,
    progress,
  );

  const list = el("ol", { class: "answers" });
  const empty = el("p", { class: "soft" });
  const page = el("span");
  const newer = el("button", { type: "button" }, "Newer");
  const older = el("button", { type: "button" }, "Older");
  parent.append(bar, list, empty, el("nav", { class: "row", "aria-label": "Pages of answers" }, newer, page, older));

  // Items by id, with what they show: an answer that did not change keeps its node, and with it focus and selection.
  let items = new Map();

  return ({ answers, state, zone, segments, params }) => {
    if (band.value !== state.band) band.value = state.band;
    if (standing.value !== state.standing) standing.value = state.standing;
    const names = state.property && !segments.includes(state.property) ? [...segments, state.property] : segments;
    if ([...property.options].map((option) => option.value).join("\n") !== names.join("\n"))
      property.replaceChildren(...names.map((name) => el("option", { value: name }, name)));
    where.hidden = !names.length;
    if (state.property && property.value !== state.property) property.value = state.property;
    if (document.activeElement !== value && value.value !== state.value) value.value = state.value;
    csv.onclick = () => save(params, state.survey, csv, progress);

    const context = JSON.stringify([state, zone]);
    const now = new Map();
    for (const answer of answers) {
      const source = context + JSON.stringify(answer);
      const old = items.get(answer.id);
      now.set(answer.id, old?.source === source ? old : { source, node: item(answer, { zone, state }) });
    }
    items = now;
    [...now.values()].forEach(({ node }, at) => {
      if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null);
    });
    while (list.children.length > now.size) list.lastChild.remove();

    const at = Number(state.page) || 1;
    const narrowed = state.band || state.standing || state.value;
    text(
      empty,
      answers.length ? "" : at > 1 ? "No more answers." : narrowed ? "No answers with these filters in these days." : "No answers in these days yet.",
    );
    text(page, "Page " + at);
    newer.disabled = at < 2;
    older.disabled = answers.length < PER_PAGE;
    newer.onclick = () => go({ page: String(at - 1) });
    older.onclick = () => go({ page: String(at + 1) });
  };
}

// One answer, as an item of the list and as a view of its own.

import { el } from "./dom.js";
import { href } from "./router.js";
import { BAND_NAME, moment } from "./words.js";

const bandOf = (answer) => String(answer.band ?? "").toLowerCase();

function value({ free_response, scale, select_one, select_many }) {
  if (select_many) return select_many.map(({ text }) => text).join(", ");
  return String(select_one?.text ?? free_response ?? scale ?? "–");
}

const list = (pairs) =>
  el("dl", { class: "properties" }, ...pairs.map(([name, given]) => el("div", {}, el("dt", {}, name), el("dd", {}, given))));

/** What the owner, or the crowd that it came with, makes of an answer; nothing for most. */
const standing = ({ excluded, suspect }) => (excluded ? " · Not counted" : suspect ? " · One of too many from one place" : "");

/** The parts that both views have: score, band, comment, what else was asked, properties, tags and notes. */
function parts(answer) {
  const band = bandOf(answer);
  const nodes = [
    el(
      "p",
      { class: "chips" },
      el("span", { class: "chip " + band }, String(answer.score)),
      " ",
      el("span", {}, BAND_NAME[band] ?? ""),
      el("span", { class: "soft" }, standing(answer)),
    ),
    // The language is the writer's own, and so is the direction.
    el("p", { class: answer.comment ? "comment" : "comment soft", dir: "auto" }, answer.comment || "No comment"),
  ];
  const more = answer.additional_answers ?? [];
  if (more.length) nodes.push(list(more.map(({ question, value: given }) => [question?.text ?? "", value(given ?? {})])));
  const properties = Object.entries(answer.person_properties ?? {});
  if (properties.length) nodes.push(list(properties.map(([name, given]) => [name, String(given)])));
  if (answer.tags?.length) nodes.push(list([["Tags", answer.tags.join(", ")]]));
  for (const note of answer.notes ?? []) nodes.push(el("p", { class: "note", dir: "auto" }, note.text ?? note.body ?? ""));
  return nodes;
}

const when = (answer, zone) =>
  el("time", { dateTime: new Date(answer.created_at * 1e3).toISOString() }, moment(answer.created_at, zone));

export const item = (answer, { zone, state }) =>
  el(
    "li",
    { class: "answer" },
    ...parts(answer),
    el("p", { class: "soft" }, el("a", { href: href({ ...state, answer: answer.id }) }, when(answer, zone))),
  );

/** The view that `?answer=ID` opens. `erase` and `count`, called with whether it is to count, are absent for who may not. */
export function single(answer, { zone, state, erase, count }) {
  const own = new URL(href({ survey: state.survey, answer: answer.id }), location.href).href;
  const back = el("a", { href: href({ ...state, answer: "" }) }, "← All answers");
  const article = el(
    "article",
    { class: "answer", "aria-labelledby": "answer-title" },
    el("h2", { id: "answer-title" }, "Answer of ", when(answer, zone)),
    ...parts(answer),
    el("p", { class: "soft" }, "Link to this answer: ", el("a", { href: own }, own)),
  );
  if (answer.updated_at && answer.updated_at !== answer.created_at)
    article.append(el("p", { class: "soft" }, "Changed ", moment(answer.updated_at, zone)));
  const acts = el("p", { class: "row" });
  if (count) {
    const words = answer.excluded ? "Count this answer again" : "Do not count this answer";
    acts.append(el("button", { type: "button", onclick: () => count(answer.excluded) }, words));
  }
  if (erase) acts.append(el("button", { type: "button", class: "danger", onclick: erase }, "Erase this answer"));
  if (acts.firstChild) article.append(acts);
  return [back, article];
}

// The page: which survey, which days, and every two seconds what the server says of them.

import { PER_PAGE, answersView, filters } from "./answers.js";
import { single } from "./answer.js";
import * as api from "./api.js";
import { period } from "./days.js";
import { el, text } from "./dom.js";
import { histogramView } from "./histogram.js";
import { live } from "./live.js";
import { read, router } from "./router.js";
import { scoreView } from "./score.js";
import { segmentsView } from "./segments.js";
import { sourcesView } from "./sources.js";
import { trendView } from "./trend.js";
import { clock, dayName } from "./words.js";

const $ = (id) => document.getElementById(id);
const zone = (survey) => survey.time_zone || "UTC";

let state = read();
let surveys = [];
let role = "viewer";
let before = {};
let places = {};
let told = false;

const { go } = router((now) => {
  state = now;
  told = false;
  $("main").ariaBusy = "true";
  controls();
  rounds.now();
});

const showScore = scoreView($("score"));
const showHistogram = histogramView($("histogram"));
const showTrend = trendView($("trend"));
const showSegments = segmentsView($("segments"), go);
const showSources = sourcesView($("sources"), decide);
const showAnswers = answersView($("answers"), go);

/** Runs the view only for data that it does not show already: an unchanged page is left alone. */
function once(view) {
  let last;
  return (data) => {
    const now = JSON.stringify(data);
    if (now !== last) view(data);
    last = now;
  };
}
const views = {
  score: once(showScore),
  histogram: once(showHistogram),
  trend: once(showTrend),
  segments: once(showSegments),
  sources: once(showSources),
  answers: once(showAnswers),
  single: once((data) => {
    const { id } = data.answer;
    const may = role === "viewer" ? {} : { erase: () => eraseAfterAsking(id), count: (counts) => count(id, counts) };
    const buttons = () => [...$("single").querySelectorAll("button")];
    const focused = buttons().indexOf(document.activeElement);
    $("single").replaceChildren(...single(data.answer, { ...data, ...may }));
    buttons()[focused]?.focus();
  }),
};

const survey = () => surveys.find(({ id }) => id === state.survey) ?? surveys[0];

/** The score of the period before, asked for once: it has ended. */
async function past(id, { since, until }, signal) {
  const key = [id, since, until].join();
  if (before.key !== key) before = { key, score: (await api.scores({ survey: id, since, until }, signal)).score };
  return before.score;
}

/** Places with too many answers, which seldom change and cost the server a look at each answer: asked for once a minute. */
async function crowded(id, signal) {
  if (role === "viewer") return [];
  if (places.survey !== id || Date.now() > places.until)
    places = { survey: id, until: Date.now() + 60_000, list: await api.sources(id, signal) };
  return places.list;
}

async function overview(signal) {
  const now = survey();
  const days = period(state, zone(now));
  const names = now.segments ?? [];
  const segment = names.includes(state.segment) ? state.segment : names[0];
  const range = { survey: now.id, since: days.since, until: days.until };
  const params = { ...range, ...filters(state), order: "desc" };
  const [scores, answers, earlier, sources] = await Promise.all([
    api.scores({ ...range, interval: "day", segment }, signal),
    api.answers({ ...params, per_page: PER_PAGE, page: state.page }, signal),
    past(now.id, days.before, signal),
    crowded(now.id, signal),
  ]);
  if (signal.aborted) return;
  show("overview");
  text($("zone"), `${dayName(days.first)} to ${dayName(days.last)}, ${zone(now)}`);
  views.score({ score: scores.score, before: earlier, length: days.length, target: now.target });
  views.histogram({ score: scores.score, bands: scores.bands });
  views.trend({ days: scores.days ?? [], first: days.first, last: days.last, length: days.length });
  views.segments({ names, name: segment, segments: scores.segments });
  views.sources({ sources, zone: zone(now) });
  views.answers({ answers, state: { ...state, survey: now.id }, zone: zone(now), segments: names, params });
}

async function one(signal) {
  const now = survey();
  const answer = await api.answer(state.answer, signal);
  if (signal.aborted) return;
  show("single");
  views.single({ answer, state: { ...state, survey: now.id }, zone: zone(now) });
}

function show(id) {
  $("main").ariaBusy = "false";
  for (const each of ["overview", "single"]) $(each).hidden = each !== id;
}

async function count(id, counts) {
  told = false;
  try {
    await api.setCounted(id, counts);
    places = {};
    rounds.now();
  } catch (error) {
    failed(error);
  }
}

async function decide(source, counts, progress) {
  try {
    return await api.setAllCounted(survey().id, source, counts, progress);
  } finally {
    places = {}; // a part may be done
    rounds.now();
  }
}

async function eraseAfterAsking(id) {
  const dialog = $("confirm");
  dialog.returnValue = "";
  dialog.showModal();
  await new Promise((closed) => dialog.addEventListener("close", closed, { once: true }));
  if (dialog.returnValue !== "erase") return;
  try {
    await api.erase(id);
    go({ answer: "" });
    $("main").focus();
  } catch (error) {
    failed(error);
  }
}

/** Brings the form's controls to what the address says. */
function controls() {
  const now = survey();
  if (!now) return;
  $("survey").value = now.id;
  const form = $("range");
  form.elements.range.value = state.range;
  $("custom").hidden = state.range !== "custom";
  if (document.activeElement?.type !== "date") {
    form.elements.from.value = state.from;
    form.elements.to.value = state.to;
  }
  document.title = now.name + " – Likely";
}

/** What somebody did has failed: said until they do something else, however well the rounds go. */
function failed(error) {
  told = true;
  trouble(error);
}

function trouble(error) {
  const box = $("trouble");
  if (!error) text(box, "");
  else if (error instanceof api.Refused && error.status === 401) {
    if (!box.querySelector("a")) box.replaceChildren("Your session has ended. ", el("a", { href: "./" }, "Sign in again"));
  } else if (error instanceof api.Refused && error.status === 404 && state.answer) {
    $("single").replaceChildren(el("p", {}, "There is no such answer; it may have been erased."), el("a", { href: "?" }, "← All answers"));
    show("single");
    text(box, "");
  } else if (error instanceof api.Unreachable) text(box, "The server cannot be reached. What you see may be out of date; trying again.");
  else text(box, "The server could not answer: " + error.message);
}

let updated;
const rounds = live(
  async (signal) => {
    if (!surveys.length) await begin();
    if (surveys.length) await (state.answer ? one : overview)(signal);
  },
  (error) => {
    if (error || !told) trouble(error);
    if (!error) updated = new Date();
    else if (!(error instanceof api.Refused || error instanceof api.Unreachable)) console.error(error);
    $("live").classList.toggle("stale", Boolean(error));
    text($("updated"), (error ? "Not live" : "Live") + (updated ? ", updated " + clock(updated) : ""));
  },
);

async function begin() {
  let session;
  [session, surveys] = await Promise.all([api.session(), api.surveys()]);
  role = session.role;
  $("survey").replaceChildren(...surveys.map(({ id, name }) => el("option", { value: id }, name || id)));
  if (!surveys.length) text($("trouble"), "There is no survey yet.");
  controls();
}

$("survey").addEventListener("change", ({ target }) => go({ survey: target.value, segment: "", band: "", standing: "", property: "", value: "", answer: "" }));
$("range").addEventListener("change", ({ currentTarget }) => {
  const { range, from, to } = Object.fromEntries(new FormData(currentTarget));
  if (range !== "custom") return go({ range });
  // From what is shown to what is wanted: the dates begin with those of the days chosen so far.
  const shown = period(state, zone(survey()));
  go({ range, from: from || shown.first, to: to || shown.last }, state.range === "custom");
});
$("range").addEventListener("submit", (event) => event.preventDefault());
$("signout").addEventListener("click", async () => {
  try {
    await api.signOut();
    location.assign("./");
  } catch (error) {
    failed(error);
  }
});

rounds.now();

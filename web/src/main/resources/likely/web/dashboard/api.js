// The /v1 calls. All addresses are relative, since the service may live under a path.

/** The server said no: status and its own words. */
export class Refused extends Error {
  constructor(status, message, retryAfter) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** There was no answer at all. */
export class Unreachable extends Error {}

function query(params) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== "") search.append(name, value);
  }
  return search.toString();
}

async function call(path, params = {}, options = {}) {
  const search = query(params);
  let reply;
  try {
    reply = await fetch(path + (search && "?" + search), { credentials: "same-origin", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Unreachable("The server cannot be reached");
  }
  if (reply.ok) return reply;
  const problem = await reply.json().catch(() => ({}));
  throw new Refused(
    reply.status,
    problem.message ?? problem.detail ?? problem.title ?? "HTTP " + reply.status,
    Number(reply.headers.get("Retry-After")) || undefined,
  );
}

const json = async (...request) => (await call(...request)).json();

export const session = () => json("v1/session");
export const surveys = () => json("v1/surveys");
export const scores = (params, signal) => json("v1/scores", params, { signal });
export const answers = (params, signal) => json("v1/survey_responses", params, { signal });
export const answer = (id, signal) => json("v1/survey_responses/" + encodeURIComponent(id), {}, { signal });
export const erase = (id) => call("v1/survey_responses/" + encodeURIComponent(id), {}, { method: "DELETE" });
const count = (of, id, counts, params) =>
  json(`v1/${of}/${encodeURIComponent(id)}/${counts ? "include" : "exclude"}`, params, { method: "POST" });
/** Takes an answer into the count or out of it; the reply is the answer. */
export const setCounted = (id, counts) => count("survey_responses", id, counts);
export const sources = (survey, signal) => json("v1/sources", { survey }, { signal });

/** The same for all marked answers of a place, some hundreds a call. `progress` hears how many it were so far; returns all. */
export async function setAllCounted(survey, source, counts, progress) {
  let changed = 0;
  for (let more = true; more; ) {
    const reply = await count("sources", source, counts, { survey });
    changed += reply.changed;
    more = reply.more;
    progress(changed);
  }
  return changed;
}
export const signOut = () => call("session", {}, { method: "DELETE" });

/** One page of the CSV and the parameters of the next one, if there is more. */
export async function csvPage(params) {
  const reply = await call("v1/survey_responses.csv", params);
  const next = /<([^>]*)>\s*;[^,]*rel="?next"?/.exec(reply.headers.get("Link") ?? "");
  return {
    text: await reply.text(),
    // Only its query: the server may know itself under another address than the one this page came from.
    next: next && Object.fromEntries(new URL(next[1], location.href).searchParams),
  };
}

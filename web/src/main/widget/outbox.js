// Sending. One entry a submission holds its newest edition, so two tabs cannot lose each other's.
import { json } from "./json.js";
import { forget, keep, names, recall } from "./memory.js";
import { url } from "./place.js";

const UNSENT = "unsent ";
const renamed = new Map();
let sending;
let failures = 0;
let timer;

/** 128 random bits; randomUUID would ask for a secure context. */
export const newId = () => crypto.getRandomValues(new Uint32Array(4)).join("-");

/** Without credentials; a click on a link right after an answer does not stop it. */
export const post = async (path, text) =>
  fetch(url() + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: text,
    credentials: "omit",
    keepalive: text.length < 1e4, // browsers refuse it to more than 64 KB
    signal: AbortSignal.timeout(3e4),
  });

/** Keeps the edition and sends it as soon as that is possible. */
export const send = (answer) => {
  answer.submissionId = renamed.get(answer.submissionId) ?? answer.submissionId;
  keep(UNSENT + answer.submissionId, json(answer));
  flush();
};

/** Sends all that was kept; each edition is tried once a run. */
export const flush = async () => {
  if (sending) return;
  sending = true;
  clearTimeout(timer);
  const tried = new Set();
  let pause = -1; // seconds to wait at least, once something has to be tried again
  let name;
  while ((name = names().find((it) => it.startsWith(UNSENT) && !tried.has(recall(it))))) {
    const text = recall(name);
    tried.add(text);
    const reply = await post("/responses", text).catch(() => {});
    const status = reply?.status;
    if (!reply || status == 429 || status > 499) {
      pause = Math.max(pause, +reply?.headers.get("Retry-After") || 0);
      continue;
    }
    if (status == 409) pass(name, text);
    if (!reply.ok) console.warn("likely:", reply);
    // Only the edition that was sent: a newer one may have been given while it was on its way.
    if (recall(name) == text) forget(name);
  }
  sending = false;
  // Doubling up to five minutes, spread so that a recovering server is not met by everybody at once.
  const wait = Math.max(pause, Math.min(300, 2 ** failures++) * (0.5 + Math.random() / 2));
  if (pause < 0) failures = 0;
  else timer = setTimeout(flush, Math.min(wait, 3600) * 1e3);
};

/** Another submission has this id: the same goes out once more under a new one. */
const pass = (name, text) => {
  const id = name.slice(UNSENT.length);
  if (id.startsWith("again-")) return;
  const fresh = "again-" + newId();
  renamed.set(id, fresh);
  keep(UNSENT + fresh, text.replace(id, fresh));
};

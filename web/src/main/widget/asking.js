// When somebody is asked without having wished to be.
import { isShown, show } from "./card.js";
import { eligible } from "./conditions.js";
import { json } from "./json.js";
import { post } from "./outbox.js";
import { options } from "./place.js";
import { rest, resting } from "./quarantine.js";
import { settings } from "./settings.js";
import { arm } from "./triggers.js";
import { person } from "./visitor.js";

// What is chosen, no text, keeps the focus long after it was chosen.
const FIELDS = "input:not([type=submit],[type=button],[type=radio],[type=checkbox]),textarea,iframe";
let typed = 0;
let waiting;

const onInput = () => (typed = Date.now());

/** A form is being filled: a field has the focus, in whatever shadow or frame, or was typed into just now. */
const filling = () => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.isContentEditable || active?.matches(FIELDS) || Date.now() - typed < 3e3;
};

const calm = async (signal) => {
  while (!signal.aborted && (document.hidden || filling())) await new Promise((then) => setTimeout(then, 500));
};

/** The server knows when a signed person was asked, elsewhere too. No answer is a no. */
const allowed = async () => {
  try {
    return !person?.payload || (await (await post("/askings", json({ person }))).json()).ask === true;
  } catch {}
};

const forced = () => options.force != null;
const free = () => forced() || !resting();

const ask = async (found, signal) => {
  await calm(signal);
  if (signal.aborted || !free() || isShown()) return;
  // A yes is noted as an asking, so nothing waits any more; a no holds for a day.
  const yes = await allowed();
  if (yes) show(found);
  else if (yes === false && found.widget.stamp) rest(1, true);
};

/** A page view, or what a single-page application takes for one. In quarantine it asks nothing of the service. */
export const arrive = async () => {
  waiting?.abort();
  const { signal } = (waiting = new AbortController());
  if (options.open == "no" || !free()) return;
  document.addEventListener("input", onInput, true);
  const found = await settings();
  if (!found || (!forced() && !eligible(found.widget)) || signal.aborted) return;
  let fired;
  const act = () => (fired ||= (ask(found, signal), 1));
  arm(options.delay != null ? { after_seconds: options.delay } : found.widget.trigger, signal, act);
};

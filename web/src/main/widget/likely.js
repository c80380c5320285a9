// The public API, and what happens on arrival.
import { arrive } from "./asking.js";
import { show } from "./card.js";
import { whenIdle } from "./idle.js";
import { flush } from "./outbox.js";
import { settle } from "./place.js";
import { settings } from "./settings.js";
import { track } from "./triggers.js";
import { identify, on, setProperties } from "./visitor.js";

const api = {
  async open() {
    const found = await settings();
    if (found) show(found, true);
  },
  identify,
  setProperties,
  track,
  on,
  push(...calls) {
    for (const [name, ...given] of calls) api[name]?.(...given);
  },
};

/** A single-page application changes the path without a load; no function of the page is touched to notice it. */
const watch = () => {
  let path = location.pathname;
  const look = () => path != (path = location.pathname) && arrive();
  if (window.Navigation) navigation.addEventListener("currententrychange", look);
  else setInterval(look, 1e3);
};

/**
 * @param src where this script lies
 * @param given survey, delay, force and open, as strings
 * @return the API; that of a script that was here before, if there is one
 */
export const start = (src, given) => {
  const queue = window.likely;
  if (queue?.open) return queue;
  settle(src, given);
  window.likely = api;
  if (Array.isArray(queue)) api.push(...queue);
  whenIdle(() => {
    flush();
    addEventListener("online", flush);
    watch();
    arrive();
  });
  return api;
};

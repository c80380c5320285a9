// The same question to the server again and again while somebody looks.

import { Refused } from "./api.js";

const EVERY = 2_000;
const AT_MOST = 30_000;

/**
 * Runs `tick(signal)` every two seconds while the page is visible. `report(error)` hears of the end of each round:
 * nothing when it went well. After failures the rounds become rarer, or as rare as the server asks for.
 */
export function live(tick, report) {
  let timer;
  let running;
  let failures = 0;

  const round = async () => {
    clearTimeout(timer);
    running?.abort();
    const mine = (running = new AbortController());
    let wait = EVERY;
    try {
      await tick(mine.signal);
      if (mine.signal.aborted) return;
      failures = 0;
      report();
    } catch (error) {
      if (mine.signal.aborted) return;
      failures++;
      wait = Math.min(AT_MOST, EVERY * 2 ** (failures - 1));
      if (error instanceof Refused && error.retryAfter) wait = Math.max(wait, error.retryAfter * 1e3);
      report(error);
    }
    if (!document.hidden) timer = setTimeout(round, wait);
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : round()));
  addEventListener("online", round);
  return { now: round };
}

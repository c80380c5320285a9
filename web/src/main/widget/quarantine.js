// Until when nobody is asked in this browser, shared by its tabs.
import { keep, recall } from "./memory.js";

const UNTIL = "rest";

export const resting = () => recall(UNTIL) > Date.now();

/** @param least to leave a longer quarantine as it is */
export const rest = (days, least) => {
  const until = Date.now() + days * 864e5;
  if (!least || !(recall(UNTIL) > until)) keep(UNTIL, until);
};

// What must hold, all of it, before a trigger may ask.
import { keep, recall } from "./memory.js";

const matches = (pattern) => {
  const { pathname, search } = location;
  const escaped = pattern.replace(/[^*\w]/g, "\\$&").replace(/\*/g, ".*");
  return new RegExp("^" + escaped + "$").test(pattern.includes("?") ? pathname + search : pathname);
};

const device = () =>
  !matchMedia("(pointer:coarse)").matches ? "desktop" : Math.min(screen.width, screen.height) < 600 ? "mobile" : "tablet";

/** Counts this view; only where it matters, since it has to be kept. */
const views = (briefly) => {
  const count = ~~recall("views") + 1; // nothing is 0
  keep("views", count, briefly);
  return count;
};

/** This visitor's place between 0 and 1, the same on every visit. */
const lot = (briefly) => {
  if (!recall("lot")) keep("lot", Math.random(), briefly);
  return recall("lot");
};

export const eligible = ({ page_views, share, pages, except_pages, devices, do_not_track, stamp }) =>
  !(do_not_track && (navigator.doNotTrack == 1 || navigator.globalPrivacyControl)) && // before anything is kept
  (page_views < 2 || views(!stamp) >= page_views) &&
  (!pages.length || pages.some(matches)) &&
  !except_pages.some(matches) &&
  devices.includes(device()) &&
  (share >= 1 || lot(!stamp) < share);

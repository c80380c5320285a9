// What is kept in this browser. Storage may be forbidden; then everything lasts as long as the page.
import { url } from "./place.js";

const spare = new Map();
const prefix = () => "likely " + url() + " ";

/** @param briefly to leave nothing behind in this browser */
export const keep = (name, value, briefly) => {
  try {
    if (briefly) throw 0;
    localStorage.setItem(prefix() + name, value);
    spare.delete(name);
  } catch {
    spare.set(name, "" + value);
  }
};

export const forget = (name) => {
  spare.delete(name);
  try {
    localStorage.removeItem(prefix() + name);
  } catch {}
};

export const recall = (name) => {
  try {
    return spare.get(name) ?? localStorage.getItem(prefix() + name);
  } catch {}
};

export const names = () => {
  const all = [...spare.keys()];
  const start = prefix();
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(start)) all.push(key.slice(start.length));
  } catch {}
  return all;
};

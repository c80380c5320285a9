// What the survey's owner has set, in one language: asked for when it is needed, at most once a page.
import { options, url } from "./place.js";

let pending;

/** Most wanted first; the server takes the first that it has words for. */
const languages = () =>
  [options.language, document.documentElement.lang, ...navigator.languages].filter(Boolean).slice(0, 5);

const load = async () => {
  const reply = await fetch(url() + "?language=" + encodeURIComponent(languages().join()), { credentials: "omit" });
  if (!reply.ok) throw reply.status;
  return reply.json();
};

/** With what the page overrides; nothing when the survey takes no answers or the service cannot be reached. */
export const settings = async () => {
  try {
    const it = await (pending ??= load());
    if (it.open) return { ...it, widget: { ...it.widget, ...options.widget } };
  } catch (error) {
    pending = null;
    console.warn("likely:", error);
  }
};

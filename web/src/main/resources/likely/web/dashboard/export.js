// All pages of the CSV as one file.

import { csvPage, Refused } from "./api.js";
import { el, text } from "./dom.js";

const pause = (seconds) => new Promise((resume) => setTimeout(resume, seconds * 1e3));

async function patiently(params) {
  for (;;) {
    try {
      return await csvPage(params);
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 429) throw error;
      await pause(error.retryAfter ?? 5);
    }
  }
}

/** Gives the browser the file; says in `progress` how far it is or why it failed. */
export async function save(params, survey, button, progress) {
  button.disabled = true;
  try {
    const pieces = [];
    let head;
    let next = params;
    while (next) {
      text(progress, `Page ${pieces.length + 1} …`);
      const page = await patiently(next);
      head ??= page.text.slice(0, page.text.indexOf("\n") + 1);
      // One head for the whole file, whether or not each page repeats it.
      pieces.push(pieces.length && head && page.text.startsWith(head) ? page.text.slice(head.length) : page.text);
      next = page.next;
    }
    const address = URL.createObjectURL(new Blob(pieces, { type: "text/csv" }));
    el("a", { href: address, download: `likely-${survey}-${new Date().toISOString().slice(0, 10)}.csv` }).click();
    // The browser has taken the file over by then.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    text(progress, "Saved.");
  } catch (error) {
    text(progress, "Not saved: " + error.message);
  } finally {
    button.disabled = false;
  }
}

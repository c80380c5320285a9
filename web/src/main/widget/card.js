// The card: where it hangs, who has the focus, and how it is closed.
import { begin, say } from "./answer.js";
import { focusFirst, make } from "./elements.js";
import { interview } from "./interview.js";
import { json } from "./json.js";
import { paint, sheet } from "./look.js";
import { post } from "./outbox.js";
import { rest } from "./quarantine.js";
import { emit, person } from "./visitor.js";

let host;
let close;

/** "Not now", which is no answer. */
const dismiss = (days) => {
  rest(days, true);
  if (person?.payload) post("/askings", json({ person, dismissed: true })).catch(() => {});
  emit("dismissed");
};

// Escape closes, before a listener of the page can stop it; but it is the page's while the focus is elsewhere in it, or
// when it used it.
const onEscape = (event) => {
  if (event.key == "Escape" && [null, host, document.body, document.documentElement].includes(document.activeElement))
    setTimeout(() => event.defaultPrevented || close?.());
};

export const isShown = () => host?.isConnected;

/** @param wanted the visitor asked for it: it takes the focus, and leaves no stamp */
export const show = (settings, wanted) => {
  if (isShown()) return wanted && focusFirst(host.shadowRoot);
  const { dir, locale, question, widget } = settings;
  const answer = begin(settings);
  const before = document.activeElement;
  host = make("likely-widget", { dir });
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet(widget)];

  close = () => {
    if (!isShown()) return;
    const inside = root.activeElement;
    host.remove();
    if (inside && before?.isConnected) before.focus();
    if (!answer.seq) dismiss(widget.dismissed_days);
  };
  addEventListener("keydown", onEscape, true);
  // A page with shortcuts sees the host, no field, as what is typed into.
  host.onkeydown = host.onkeyup = host.onkeypress = (event) => event.stopPropagation();

  const body = make("div", {});
  const said = make("p", { className: "said", role: "status" });
  // The focus moves on only when it was in the card: somebody who types in the page goes on typing there.
  const turn = (...nodes) => {
    const inside = root.activeElement;
    body.replaceChildren(...nodes);
    if (inside) focusFirst(body);
    // The questions are labels of their controls; the thanks are none.
    said.textContent = nodes[0].localName == "p" ? nodes[0].textContent : "";
  };
  body.append(...interview(settings, answer, (more) => say(settings, answer, more), turn));

  const x = make("button", { className: "close", ariaLabel: settings.words.close, onclick: close }, "×");
  const card = make("section", { dir, lang: locale, ariaLabel: question }, body, x, said);
  paint(card, widget);
  root.append(card);
  document.documentElement.append(host);
  if (wanted) focusFirst(body);
  else {
    // A screen reader hears of what changes in a region that it knows already.
    setTimeout(() => (said.textContent ||= question), 300);
    if (widget.stamp) rest(widget.dismissed_days, true);
  }
  emit("shown");
};

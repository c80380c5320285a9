// The card: where it hangs, who has the focus, how it is closed, and what is said in it.
import { button, focusFirst, make } from "./elements.js";
import { interview } from "./interview.js";
import { json } from "./json.js";
import { paint, sheet } from "./look.js";
import { newId, post, send } from "./outbox.js";
import { rest } from "./quarantine.js";
import { emit, person, properties } from "./visitor.js";

let host;

/** @param wanted the visitor asked for it: it takes the focus, and leaves no stamp */
export const show = (settings, wanted) => {
  if (host?.isConnected) return;
  const { rest_days, dismissed_days, stamp } = settings.widget;
  const before = document.activeElement;
  const dir = settings.dir ?? "";
  host = make("likely-widget", { dir });
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet(settings.widget)];

  // Everything that this person has said so far; each sending is an edition of it.
  const answer = {
    submissionId: newId(),
    seq: 0,
    page: location.origin + location.pathname, // a query may hold what is nobody's business
    locale: settings.locale,
    touchpoint: "widget",
  };
  const say = (more) => {
    Object.assign(answer, more, { person, properties: { ...properties } });
    answer.seq++;
    rest(rest_days);
    send(answer);
    emit("response", answer);
  };

  const dismiss = () => {
    rest(dismissed_days, true);
    if (person?.payload) post("/askings", json({ person, dismissed: true })).catch(() => {});
    emit("dismissed");
  };
  const close = () => {
    if (!host.isConnected) return;
    const inside = root.activeElement;
    removeEventListener("keydown", escape, true);
    host.remove();
    if (inside && before?.isConnected) before.focus();
    if (!answer.seq) dismiss();
  };
  // Before the page's own listeners, which may stop it; but it is the page's while the focus is anywhere else in it,
  // or when it used it.
  const escape = (event) => {
    if (event.key == "Escape" && [null, host, document.body, document.documentElement].includes(document.activeElement))
      setTimeout(() => event.defaultPrevented || close());
  };
  addEventListener("keydown", escape, true);
  // A page with shortcuts sees the host, no field, as what is typed into.
  host.onkeydown = host.onkeyup = host.onkeypress = (event) => event.stopPropagation();

  const body = make("div", {});
  const said = make("p", { className: "said", role: "status" });
  // The focus moves on only when it was in the card: somebody who types in the page goes on typing there.
  const turn = (...nodes) => {
    const inside = root.activeElement;
    body.replaceChildren(...nodes);
    if (inside) focusFirst(body);
    said.textContent = answer.seq && nodes[0].localName == "p" ? nodes[0].textContent : "";
  };
  body.append(...interview(settings, answer, say, turn));

  const x = button("×", "close", close);
  x.ariaLabel = settings.words.close;
  const card = make("section", { dir, lang: settings.locale ?? "", ariaLabel: settings.question }, body, x, said);
  paint(card, settings.widget);
  root.append(card);
  document.documentElement.append(host);
  if (wanted) focusFirst(body);
  else {
    said.textContent = settings.question;
    if (stamp) rest(dismissed_days, true);
  }
  emit("shown");
};

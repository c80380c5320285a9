/* Likely's widget: <script async src="https://HOST/widget.js" data-survey="demo"></script>
   Text from the settings only ever becomes text nodes, styles are a constructed sheet: a page with a strict CSP needs
   the service's address in script-src and connect-src and nothing else. */
(() => {
  "use strict";

  const script = document.currentScript;
  if (!script || window.likely) return;

  const { survey, delay, force } = script.dataset;
  // The service may live under a path (/live/), so its base is wherever this script lies.
  const url = new URL("surveys/" + encodeURIComponent(survey), script.src).href;
  const DAY = 864e5;
  const QUIET = 90 * DAY;

  // ---- What is kept in this browser. Storage may be forbidden; then everything lasts as long as the page.

  const kept = "likely " + url + " ";
  const spare = new Map();
  const keep = (name, value) => {
    try {
      localStorage.setItem(kept + name, value);
    } catch {
      spare.set(name, value);
    }
  };
  const forget = (name) => {
    spare.delete(name);
    try {
      localStorage.removeItem(kept + name);
    } catch {}
  };
  const recall = (name) => {
    try {
      return spare.get(name) ?? localStorage.getItem(kept + name);
    } catch {}
  };
  const names = () => {
    const all = [...spare.keys()];
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(kept)) all.push(key.slice(kept.length));
    } catch {}
    return all;
  };

  // ---- Sending. One entry a submission holds its newest edition, so two tabs cannot lose each other's.

  const newId = () =>
    crypto.randomUUID?.() ??
    [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  const UNSENT = "unsent ";
  let sending = false;
  let failures = 0;
  let timer;

  const read = (name) => {
    try {
      return JSON.parse(recall(name));
    } catch {}
  };

  const post = async (body) => {
    try {
      const reply = await fetch(url + "/responses", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
        credentials: "omit",
        signal: AbortSignal.timeout?.(3e4),
        keepalive: true, // a click on a link right after the answer must not lose it
      });
      if (reply.ok) return {};
      if (reply.status === 429 || reply.status > 499) return { again: true, after: +reply.headers.get("Retry-After") };
      console.warn("likely: refused with " + reply.status, await reply.text());
      return {};
    } catch {
      return { again: true };
    }
  };

  const flush = async () => {
    if (sending) return;
    sending = true;
    clearTimeout(timer);
    const failed = new Set();
    let pause = 0;
    let name;
    while ((name = names().find((it) => it.startsWith(UNSENT) && !failed.has(it)))) {
      const body = read(name);
      const { again, after } = body ? await post(body) : {};
      if (again) {
        failed.add(name);
        pause = Math.max(pause, after || 0);
        // Only the edition that was sent: a newer one may have been given while it was on its way.
      } else if (!body || read(name)?.seq === body.seq) forget(name);
    }
    sending = false;
    // Doubling up to five minutes, spread so that a recovering server is not met by everybody at once.
    if (failed.size) {
      const wait = Math.max(pause, Math.min(300, 2 ** failures++) * (0.5 + Math.random() / 2));
      timer = setTimeout(flush, wait * 1e3);
    } else failures = 0;
  };

  // ---- The public API.

  const listeners = {};
  const properties = {};
  let opened;

  window.likely = {
    open: () => ask(true),
    setProperties: (more) => void Object.assign(properties, more),
    on: (event, listener) => void (listeners[event] ??= []).push(listener),
  };

  const emit = (event, detail) => {
    for (const listener of listeners[event] ?? []) {
      try {
        listener(structuredClone(detail));
      } catch (error) {
        reportError(error);
      }
    }
  };

  // ---- The card.

  const make = (tag, props, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(props))
      if (name in node) node[name] = value;
      else node.setAttribute(name, value);
    node.append(...children);
    return node;
  };

  const css = `
:host{all:initial!important;position:fixed!important;z-index:2147483000!important;inset-block-end:0!important;inset-inline-end:0!important}
*{box-sizing:border-box}
section{--ink:#1d2433;--soft:#525c6f;--card:#fff;--line:#7c8698;--fill:#eef1f6;--mark:#0b5cad;--on:#fff;
position:relative;inline-size:min(27rem,100vw - 1rem);max-block-size:calc(100vh - 1rem);overflow:auto;margin:.5rem;padding:1rem;
font:16px/1.4 system-ui,sans-serif;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:14px;
box-shadow:0 8px 30px #0004;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){section{--ink:#eef1f6;--soft:#b9c1cf;--card:#1b202b;--line:#7f899b;--fill:#2a3140;--mark:#8cc4ff;--on:#0d1520}}
@media(prefers-reduced-motion:no-preference){section{animation:in .25s}@keyframes in{from{opacity:0;transform:translateY(1rem)}}}
fieldset{border:0;margin:0;padding:0;min-inline-size:0}
legend,.text{font-weight:600;padding:0;margin-block-end:.75rem;padding-inline-end:2.25rem;display:block}
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(32px,1fr));gap:4px}
.long{grid-template-columns:repeat(11,1fr)}
@media(max-width:440px){.long{grid-template-columns:repeat(6,1fr)}}
.scale label{position:relative}
.scale span{display:grid;place-items:center;min-block-size:40px;border:1px solid var(--line);border-radius:8px;background:var(--fill);font-variant-numeric:tabular-nums}
.scale input{position:absolute;inset:0;inline-size:100%;block-size:100%;margin:0;opacity:0;cursor:pointer}
.scale input:hover+span{border-color:var(--mark)}
.scale input:checked+span{background:var(--mark);color:var(--on);border-color:var(--mark);font-weight:700}
.scale input:focus-visible+span,:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
.ends{display:flex;justify-content:space-between;gap:1rem;font-size:13px;color:var(--soft);margin-block:.4rem 0}
.pick{display:flex;gap:.6rem;align-items:center;padding:.45rem .25rem;border-radius:6px;cursor:pointer}
.pick input{inline-size:1.15rem;block-size:1.15rem;margin:0;flex:none;accent-color:var(--mark)}
.then:not(:empty){margin-block-start:1rem}
textarea{display:block;inline-size:100%;min-block-size:5rem;padding:.5rem;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:8px;resize:vertical}
.row{display:flex;gap:.5rem;margin-block-start:.75rem}
button{font:inherit;min-block-size:40px;padding:.3rem 1rem;border-radius:8px;border:1px solid var(--mark);cursor:pointer;background:none;color:var(--mark)}
button.main{background:var(--mark);color:var(--on)}
button.close{position:absolute;inset-block-start:.35rem;inset-inline-end:.35rem;inline-size:40px;padding:0;border:0;color:var(--soft);font-size:22px;line-height:1}
[hidden]{display:none!important}
.said{position:absolute;inset-block-start:0;margin:0;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
@media(forced-colors:active){.scale input:checked+span{border:3px solid Highlight}}`;

  const RTL = /^(ar|arc|ckb|dv|fa|he|iw|ps|sd|ug|ur|yi)\b/i;

  function show(settings, wanted) {
    const { words = {}, labels = {} } = settings;
    const bandOf = (score) => settings.bands?.[score]; // where a band begins is the server's to say
    const before = document.activeElement;
    const host = document.createElement("likely-widget");
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];

    // Everything that this person has said so far; each sending is an edition of it.
    const answer = {
      submissionId: newId(),
      seq: 0,
      page: location.origin + location.pathname, // a query may hold what is nobody's business
      locale: settings.locale,
      touchpoint: "widget",
    };
    const say = (more) => {
      Object.assign(answer, more);
      if (Object.keys(properties).length) answer.properties = { ...properties };
      answer.seq++;
      keep("asked", Date.now());
      keep(UNSENT + answer.submissionId, JSON.stringify(answer));
      flush();
      emit("response", answer);
    };

    const close = () => {
      keep("asked", Date.now());
      const inside = root.activeElement;
      host.remove();
      document.removeEventListener("keydown", escape);
      opened = undefined;
      if (inside && before?.isConnected) before.focus();
    };
    // Escape belongs to the page while the focus is anywhere else in it.
    const escape = (event) => {
      const active = document.activeElement;
      if (event.key === "Escape" && !event.defaultPrevented && (!active || active === host || active === document.body))
        close();
    };

    const body = make("div", {});
    const said = make("p", { className: "said", role: "status" });
    const card = make(
      "section",
      { lang: settings.locale ?? "", dir: RTL.test(settings.locale) ? "rtl" : "ltr", "aria-label": settings.question },
      body,
      make("button", { type: "button", className: "close", "aria-label": words.close ?? "Close", onclick: close }, "×"),
      said,
    );

    // The focus moves on only when it was in the card: somebody who types in the page goes on typing there.
    const turn = (...nodes) => {
      const inside = root.activeElement;
      body.replaceChildren(...nodes);
      if (inside) focusFirst(body);
    };
    const focusFirst = (node) => node.querySelector("input:checked,input,textarea,[tabindex]")?.focus();

    // The second half of a double click must not answer what the first half brought up.
    const button = (text, className, act) =>
      make("button", { type: "button", className, onclick: (event) => event.detail > 1 || act() }, text);

    let groups = 0;
    // pick is called for a decision (click, tap, Enter, space), moved for a step with the arrow keys on the way to one.
    const scale = (text, min, max, ends, pick, moved) => {
      const name = "s" + ++groups;
      let arrow = false;
      const row = make("div", { className: max - min > 6 ? "scale long" : "scale" });
      for (let value = min; value <= max; value++) {
        const end = value === min ? ends[0] : value === max && ends[1];
        const radio = make("input", { type: "radio", name, value });
        if (end) radio.setAttribute("aria-label", value + " – " + end);
        row.append(make("label", {}, radio, make("span", {}, String(value))));
      }
      row.onkeydown = (event) => {
        arrow = event.key.startsWith("Arrow");
        if (event.key === "Enter" && event.target.checked) pick(+event.target.value);
      };
      row.onkeyup = () => (arrow = false);
      row.onclick = ({ target }) => {
        if (target.checked) (arrow ? moved : pick)(+target.value);
      };
      const set = make("fieldset", {}, make("legend", {}, text), row);
      if (ends[0] || ends[1])
        set.append(make("div", { className: "ends", "aria-hidden": "true" }, make("span", {}, ends[0]), make("span", {}, ends[1])));
      return set;
    };

    const chosen = (set) => set.querySelector("input:checked")?.value;

    // A step: its control, and "send" for what it holds or "skip". Sending nothing stays where it is.
    const step = (control, value, next) => {
      const send = () => {
        const given = value();
        if (given === undefined) focusFirst(control);
        else next(given);
      };
      return make(
        "div",
        {},
        control,
        make("div", { className: "row" }, button(words.send ?? "Send", "main", send), button(words.skip ?? "Skip", "", () => next())),
      );
    };

    const area = (text) => {
      const input = make("textarea", { rows: 3, maxLength: 5000 });
      return [make("label", {}, make("span", { className: "text" }, text), input), () => input.value.trim() || undefined];
    };

    const choices = ({ text, choices, multiple, id }) => {
      const set = make("fieldset", {}, make("legend", {}, text));
      for (const choice of choices)
        set.append(
          make("label", { className: "pick" }, make("input", { type: multiple ? "checkbox" : "radio", name: id, value: choice.id }), choice.text),
        );
      return [
        set,
        () => {
          const all = [...set.querySelectorAll("input:checked")].map((input) => input.value);
          return multiple ? (all.length ? all : undefined) : all[0];
        },
      ];
    };

    const consent = (text) => {
      const input = make("input", { type: "checkbox" });
      return [make("label", { className: "pick" }, input, text), () => input.checked || undefined];
    };

    const control = (question) => {
      switch (question.type) {
        case "choice":
          return choices(question);
        case "scale": {
          const set = scale(question.text, question.min, question.max, [], () => {}, () => {});
          return [set, () => (chosen(set) === undefined ? undefined : +chosen(set))];
        }
        case "text":
          return area(question.text);
        case "consent":
          return consent(question.text);
      }
    };

    const series = [...(settings.questions ?? [])];
    const ask = () => {
      const question = series.shift();
      if (!question) return thank();
      const made = control(question);
      if (!made) return ask(); // a kind that a newer server knows and this script does not
      turn(
        step(...made, (given) => {
          if (given !== undefined) say({ answers: { ...answer.answers, [question.id]: given } });
          ask();
        }),
      );
    };

    const thank = () => {
      const text = settings.thanks?.[bandOf(answer.score)] ?? "";
      turn(make("p", { className: "text", tabIndex: -1 }, text));
      said.textContent = text;
    };

    // The scale stays while the follow-up is asked: who hit the wrong number corrects it, which is the next edition.
    const first = () => {
      const then = make("div", { className: "then" });
      let label;
      const pick = (score) => {
        if (score === answer.score) return;
        say({ score });
        const text = settings.follow_ups?.[bandOf(score)] ?? "";
        if (label) return void (label.textContent = text);
        const [node, value] = area(text);
        label = node.firstChild;
        then.replaceChildren(
          step(node, value, (comment) => {
            if (comment) say({ comment });
            ask();
          }),
        );
        if (root.activeElement) focusFirst(then);
      };
      const moved = () => {
        if (!then.hasChildNodes())
          then.append(button(words.send ?? "Send", "main", () => pick(+chosen(set))));
      };
      const set = scale(settings.question, 0, 10, [labels.low ?? "", labels.high ?? ""], pick, (score) =>
        label ? pick(score) : moved(),
      );
      return [set, then];
    };

    body.append(...first());
    root.append(card);
    document.body.append(host);
    document.addEventListener("keydown", escape);
    opened = host;
    if (wanted) focusFirst(body);
    else said.textContent = settings.question;
  }

  let settings;
  async function ask(wanted) {
    if (opened) return;
    try {
      settings ??= await fetch(url, { credentials: "omit" }).then((reply) => {
        if (!reply.ok) throw new Error("settings: " + reply.status);
        return reply.json();
      });
    } catch (error) {
      return console.warn("likely:", error);
    }
    if (settings.open && !opened) show(settings, wanted);
  }

  // ---- On arrival: what an earlier visit could not send, then the question, at most once in 90 days.

  flush();
  addEventListener("online", flush);
  if (force !== undefined || !(Date.now() - recall("asked") < QUIET)) setTimeout(ask, (delay ?? 1) * 1e3);
})();

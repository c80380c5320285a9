// What is shown, as the page's own query: every view has an address that can be kept and sent.

const DEFAULTS = {
  survey: "",
  range: "30",
  from: "",
  to: "",
  segment: "",
  band: "",
  standing: "",
  property: "",
  value: "",
  page: "1",
  answer: "",
};

export function read() {
  const search = new URLSearchParams(location.search);
  return Object.fromEntries(Object.entries(DEFAULTS).map(([name, value]) => [name, search.get(name) ?? value]));
}

export function href(state) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (value !== DEFAULTS[name]) search.set(name, value);
  }
  return "?" + search;
}

/** Follows links inside the page and the browser's own back and forward, and tells of every change. */
export function router(changed) {
  addEventListener("popstate", () => changed(read()));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='?']");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    changed(read());
  });
  return {
    /** Changes some of the state; anything but the page itself starts the list of answers at its first page. */
    go(more, replace = false) {
      const state = { ...read(), page: "1", ...more };
      history[replace ? "replaceState" : "pushState"](null, "", href(state));
      changed(state);
    },
  };
}

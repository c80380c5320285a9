// What brings the question up: the first of these that happens.

const tracked = new Set();
let heard = () => {};

/** The page tells of an event; one that nobody waits for yet is remembered as long as the page. */
export const track = (event) => {
  tracked.add(event);
  heard();
};

/** @param act may be called more than once; @param signal ends the waiting */
export const arm = ({ after_seconds, scroll_percent, element, event, exit_intent }, signal, act) => {
  const listen = (type, listener) => document.addEventListener(type, listener, { signal, capture: true, passive: true });

  if (after_seconds != null) setTimeout(act, after_seconds * 1e3);

  heard = () => tracked.has(event) && act();
  heard();

  // The page itself, or what scrolls in its stead.
  if (scroll_percent != null)
    listen("scroll", ({ target }) => {
      const { scrollTop, clientHeight, scrollHeight } = target.scrollingElement ?? target;
      if (clientHeight * 2 > innerHeight && (scrollTop + clientHeight) * 100 >= scroll_percent * scrollHeight) act();
    });

  if (exit_intent) listen("mouseout", ({ relatedTarget, clientY }) => relatedTarget || clientY > 0 || act());

  if (element) {
    const seen = new IntersectionObserver((entries) => entries.some((it) => it.isIntersecting) && act());
    const look = () => {
      const found = document.querySelector(element);
      if (found) seen.observe(found);
      else if (!signal.aborted) setTimeout(look, 500);
    };
    try {
      look();
    } catch (error) {
      console.warn("likely:", error); // no selector
    }
  }
};

// A page that loads has better things to do than to be asked about.

/** Acts once: when the page has loaded and the browser is idle, and at the latest in ten seconds. */
export const whenIdle = (act) => {
  let done;
  const once = () => (done ||= (act(), 1));
  const soon = () => (window.requestIdleCallback ?? setTimeout)(once); // not every browser says when it is idle
  if (document.readyState == "complete") soon();
  else addEventListener("load", soon);
  setTimeout(once, 1e4);
};

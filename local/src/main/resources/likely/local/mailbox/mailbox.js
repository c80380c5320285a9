// Shows what is new without a press: the list and the clock are fetched again as they would be loaded.
const PARTS = ["#now", "#ahead", "#list", "#use", "#set"];
const EVERY = 2000;

const refresh = async () => {
  if (document.hidden) return;
  const reply = await fetch(location.href);
  if (!reply.ok) return;
  const fresh = new DOMParser().parseFromString(await reply.text(), "text/html");
  for (const part of PARTS) {
    const [old, now] = [document.querySelector(part), fresh.querySelector(part)];
    if (old.innerHTML !== now.innerHTML) old.innerHTML = now.innerHTML; // escaped by the server, as at the first time
  }
};

// While the machine is off there is nothing to show; the next round tries again.
setInterval(() => refresh().catch(() => {}), EVERY);

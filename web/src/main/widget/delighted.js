// Delighted's global and options, by their names, for pages that had its snippet: it asks when it is told to consider it.
import { arrive } from "./asking.js";
import { whenIdle } from "./idle.js";
import { start } from "./likely.js";

const queue = window.delighted ?? [];
const [, base, survey] = /(.*)integrations.*\/(.+)\/delighted/.exec(document.currentScript.src);
const tag = { survey, open: "no" };
const { identify, setProperties, track } = start(base, tag);

/** Special properties are in camelCase there: questionProductName is question_product_name. */
const snake = (name) => name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();

const handlers = {
  identify,
  track,
  event: track,
  reset: identify,
  survey(given = {}) {
    const { createdAt, properties = {}, minTimeOnPage, sampleFactor, initialDelay, recurringPeriod } = given;
    identify(given);
    const named = {};
    for (const name of Object.keys(properties)) named[/[^a-z]/i.test(name) ? name : snake(name)] = properties[name];
    setProperties(named);
    tag.language = named.locale;
    tag.delay = minTimeOnPage;
    tag.widget = {};
    if (sampleFactor != null) tag.widget.share = sampleFactor;
    if (recurringPeriod != null) tag.widget.rest_days = recurringPeriod / 86400;
    whenIdle(() => {
      tag.open = Date.now() < Date.parse(createdAt) + initialDelay * 1e3 ? "no" : "";
      arrive();
      tag.open = "no"; // later views are for the page to tell of
    });
  },
};

/** The snippet's other methods push too, and nothing comes of it. */
const push = (...calls) => {
  for (const [name, given] of calls) handlers[name]?.(...given);
};

push(...queue);
window.delighted = Object.assign(queue, handlers, { push });

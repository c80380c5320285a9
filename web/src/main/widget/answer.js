// Everything that this person has said so far; each sending is an edition of it.
import { newId, send } from "./outbox.js";
import { rest } from "./quarantine.js";
import { emit, person, properties } from "./visitor.js";

/** The touchpoint is left out: the widget is what the service takes it for. */
export const begin = (settings) => ({
  submissionId: newId(),
  seq: 0,
  page: location.origin + location.pathname, // a query may hold what is nobody's business
  locale: settings.locale,
});

/** Adds to the answer, and sends the edition. */
export const say = (settings, answer, more) => {
  Object.assign(answer, more, { person, properties: { ...properties } });
  answer.seq++;
  rest(settings.widget.rest_days);
  send(answer);
  emit("response", answer);
};

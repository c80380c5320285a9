// What the page has said about who is here, and who listens to what they do.

export const properties = {};
export let person;

const listeners = [];

/** Signed by the shop's server ({payload, signature}) or just said ({id, email, name}); nothing forgets. */
export const identify = (given) => {
  person = undefined;
  for (const name of given?.payload ? ["payload", "signature"] : ["id", "email", "name"])
    if (given?.[name]) (person ??= {})[name] = "" + given[name];
};

export const setProperties = (more) => {
  for (const name of Object.keys(more))
    properties[name] = more[name] == null ? undefined : ("" + more[name]).slice(0, 1e3);
};

export const on = (...pair) => {
  listeners.push(pair);
};

export const emit = (event, detail) => {
  for (const [name, listener] of listeners) {
    try {
      if (name == event) listener(structuredClone(detail));
    } catch (error) {
      reportError(error);
    }
  }
};

// Where the service is, which survey is asked, and what the tag says: set once, by the entry that was loaded.

let src;
export let options;

/** @param script where that lies: the service's base, whatever its path, or assets/ in it; @param given as strings */
export const settle = (script, given) => {
  src = script;
  options = given;
};

/** The survey's address, without a slash at its end. Made when it is needed: a page that loads does not pay for it. */
export const url = () => src.replace(/(assets\/)?[^/]*(\?.*)?$/, "surveys/") + encodeURIComponent(options.survey);

// Where the service is, which survey is asked, and what the tag says: set once, by the entry that was loaded.

export let url;
export let options;

/** @param base the survey's address without a slash at its end; @param given the tag's data-…, as strings */
export const settle = (base, given) => {
  url = base;
  options = given;
};

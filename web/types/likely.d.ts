// Types of Likely's widget: of the global that /widget.js makes, and of the module /widget.mjs.
// Copy this file into your project; for the module map its address to it:
//   declare module "https://YOUR-API/widget.mjs?survey=demo" { export * from "./likely"; export { default } from "./likely"; }

/** Made by your server, with the survey's identity key: see docs/api.md. */
export interface SignedPerson {
  /** base64url of {"survey", "expires", "id"?, "email"?, "name"?} */
  payload: string;
  /** HMAC-SHA256 over the payload's bytes, in hex */
  signature: string;
}

/** What a page says without proof: kept with the answer, never matched with a person. */
export interface SaidPerson {
  id?: string | number;
  email?: string;
  name?: string;
}

/** What has been said so far; each edition of one answer has the same submissionId and a higher seq. */
export interface Answer {
  submissionId: string;
  seq: number;
  /** 0 to 10 */
  score: number;
  comment?: string;
  /** By the question's id: a choice's id or ids, a number, a text, or true for a consent. */
  answers?: Record<string, string | string[] | number | boolean>;
  properties: Record<string, string>;
  person?: SignedPerson | Record<"id" | "email" | "name", string | undefined>;
  /** Origin and path of the page, without its query. */
  page: string;
  locale?: string;
  touchpoint: "widget";
}

export interface Likely {
  /** Asks now, whatever the conditions and the quarantine, because the visitor wishes it. */
  open(): Promise<void>;

  /** Says who is here; without a person, or with null, that nobody is known. */
  identify(person?: SignedPerson | SaidPerson | null): void;

  /** Adds properties that go with the answer, as text of at most 1,000 characters; null takes one away. */
  setProperties(properties: Record<string, string | number | boolean | null | undefined>): void;

  /** Tells of an event, which is the trigger of surveys that wait for it. */
  track(event: string): void;

  /** Each edition of an answer, as it is given. */
  on(event: "response", listener: (answer: Answer) => void): void;
  /** The card has come up, or was closed without an answer. */
  on(event: "shown" | "dismissed", listener: () => void): void;

  /** Calls as [name, ...arguments], the same before the script has loaded and after. */
  push(...calls: LikelyCall[]): void;
}

export type LikelyCall =
  | ["open"]
  | ["identify", (SignedPerson | SaidPerson | null)?]
  | ["setProperties", Record<string, string | number | boolean | null | undefined>]
  | ["track", string]
  | ["on", "response", (answer: Answer) => void]
  | ["on", "shown" | "dismissed", () => void];

declare global {
  interface Window {
    /** A queue until the script has loaded: window.likely = window.likely || [] */
    likely: Likely | LikelyCall[];
  }
}

declare const likely: Likely;
export default likely;
export const open: Likely["open"];
export const identify: Likely["identify"];
export const setProperties: Likely["setProperties"];
export const track: Likely["track"];
export const on: Likely["on"];

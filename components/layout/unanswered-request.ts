/**
 * The words for a request without an answer: of Chromium, Firefox and Safari, then of the framework, for a script that did
 * not come, an answer that was cut off, and one that was not the portal's.
 */
const words =
  /failed to fetch|network ?error|load failed|failed to load chunk|connection closed|an unexpected response was received/i;

/** Says whether a page failed because a request got no answer; every other failure in a browser is one of its script. */
export const isUnanswered = ({ message }: Error) => words.test(message);

// Apart from the schemas, because the form shows it in the browser, which has no need of zod.

/** What the list of recipients sends for somebody who has no account yet. */
export const newOfficerChoice = 'new';

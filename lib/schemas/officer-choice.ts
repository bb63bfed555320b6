// Kept apart from the schemas, because the form uses it in the browser, which should not load zod.

/** The value that the list of recipients sends for a person without an account. */
export const newOfficerChoice = 'new';

// Apart from the schemas, because forms show these bounds in the browser, which has no need of zod.

/** Characters of the reason with which the approver sends a report back to the reporter. */
export const sendBackReasonLimit = 1000;

/** Characters of the reason for an extension: the column of Extension has the same bound. */
export const extensionReasonLimit = 1000;

/** Characters of a summary's title; the columns of Summary and SummaryPassage have the same bounds. */
export const summaryTitleLimit = 200;

/** Characters of a summary's introduction and closing, and of what is written in place of a section. */
export const summaryTextLimit = 5000;

/** Characters of the title and the text with which the division chases: the columns of Notification hold more. */
export const chasingSubjectLimit = 100;
export const chasingTextLimit = 1000;

// Kept apart from the schemas, because forms show these limits in the browser, which should not load zod.

/** Most characters in the reason with which the approver sends a report back to the reporter. */
export const sendBackReasonLimit = 1000;

/** Most characters in the reason with which the coordinator changes an agency's officers. */
export const officersReasonLimit = 500;

/** Most characters in the reason for an extension; the column of Extension has the same limit. */
export const extensionReasonLimit = 1000;

/** Most characters in a summary's title; the columns of Summary and SummaryPassage have the same limits. */
export const summaryTitleLimit = 200;

/** Most characters in a summary's introduction and closing, and in a passage written in place of a section. */
export const summaryTextLimit = 5000;

/**
 * Most characters in the subject and the text with which the division chases; the columns of Notification hold more.
 */
export const chasingSubjectLimit = 100;
export const chasingTextLimit = 1000;

/** Most characters in the name and in the code of an office; the columns of Office have the same limits. */
export const officeNameLimit = 100;
export const officeCodeLimit = 32;
/** Most characters in the reason for a change of a plan or of one of its periods; `skippedFor` of a period holds no more. */
export const planReasonLimit = 500;
/** Most characters in the reason for an amendment; the column of TaskAmendment has the same limit. */
export const amendmentReasonLimit = 1000;
/** Most characters in the text of a task; the column of Task has the same limit. */
export const taskTextLimit = 4000;
/** Most characters in the reason for a change of the register; the column of AgencyChange has the same limit. */
export const agencyReasonLimit = 500;

/** Most bytes of a file of the register; one of five hundred agencies has fifty thousand. */
export const registerFileLimit = 2_000_000;
/** Most characters in the text from which a year of the calendar is confirmed; the column of CalendarYear has the same. */
export const arrangementTextLimit = 20_000;

/** Most characters in the name of a day of the calendar, and in the reason for a change of it or of deadlines. */
export const dayNameLimit = 60;
export const calendarReasonLimit = 200;

/** Who can be reminded of a report inside the agency. */
export const reminderTargets = ['approver', 'reporter'] as const;
export type ReminderTarget = (typeof reminderTargets)[number];

/** Milliseconds for which a reminder rests: no more than one in four hours, per report and direction. */
export const reminderPause = 4 * 60 * 60_000;

/** Gives the instant from which somebody may be reminded again; null where nobody was reminded yet. */
export function remindableFrom(last: Date | null): Date | null {
  return last && new Date(last.getTime() + reminderPause);
}

const reminders = { 'approver-reminded': 'approver', 'reporter-reminded': 'reporter' } as const;

/** After these the matter has moved on, and an earlier reminder with it. */
const settling = ['sign-off-requested', 'report-sent-back', 'report-filed'] as const;

/** The events of a report of which the latest says whether a reminder still stands. */
export const reminderEvents = [...(Object.keys(reminders) as (keyof typeof reminders)[]), ...settling];

/** Gives whom a report's latest one of `reminderEvents` still reminds; null where the matter has moved on since. */
export function remindedBy(eventName: string): ReminderTarget | null {
  return reminders[eventName as keyof typeof reminders] ?? null;
}

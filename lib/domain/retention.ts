/**
 * Days for which rows are kept that are neither the record nor part of a report. Sessions name the address and the browser
 * of a person; what happened in them is in the events, which are never deleted (GB/T 22239-2019 asks for six months of
 * them, the portal keeps all). Messages are kept for two years, so that a question about the year before can be answered;
 * how they were delivered for one.
 */
export const keptDays = { sessions: 180, deliveries: 365, messages: 730 } as const;

export type KeptRecords = keyof typeof keptDays;

const day = 24 * 60 * 60 * 1_000;

/** Gives the instant before which records are old: so many days before `now`. */
export function oldBefore(days: number, now: Date): Date {
  return new Date(now.getTime() - days * day);
}

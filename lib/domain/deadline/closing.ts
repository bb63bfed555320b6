import type { CivilDate } from '@/lib/domain/calendar/civil-date';

export type ClosingFacts = {
  period: { dueOn: CivilDate; closesAt: Date; provisional: boolean };
  extension: { dueOn: CivilDate; closesAt: Date } | null;
  returned: { dueOn: CivilDate; closesAt: Date } | null;
};

/**
 * Gives the deadline in force of one report: the latest of those of its period, its extension and its return. A
 * provisional deadline does not close the form, so its instant is null. A database trigger enforces the same rule.
 */
export function deadlineInForce({ period, extension, returned }: ClosingFacts): {
  dueOn: CivilDate;
  closesAt: Date | null;
} {
  const candidates = [period, extension, returned].filter((candidate) => candidate !== null);
  const latest = candidates.reduce((best, candidate) => (candidate.closesAt > best.closesAt ? candidate : best));
  return { dueOn: latest.dueOn, closesAt: period.provisional ? null : latest.closesAt };
}

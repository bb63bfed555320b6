import type { Actor } from '@/lib/domain/authorization';
import { type CivilDate, civilDate } from '@/lib/domain/calendar/civil-date';
import type { Result } from '@/lib/domain/refusal';
import type { Section } from '@/lib/domain/report/entry';
import { sameOfEveryTask } from '@/lib/domain/review/publication';
import { type ProposedReport, proposePublications, publishReports } from '@/lib/publication/mutations';
import { now } from './report-states';

/** The two accounts that it takes to publish. */
export type Publishers = { coordinator: Actor; checker: Actor };

type ReportToPublish = { id: string; taskIds: readonly string[] };

/** A report with the same sections of every task, as a coordinator proposes it. */
export function proposalOf(
  { id, taskIds }: ReportToPublish,
  sections: readonly Section[],
  version = 7,
  reason = '',
): ProposedReport {
  const tasks = sameOfEveryTask(
    taskIds.map((taskId) => ({ taskId })),
    sections,
  );
  return { reportId: id, version, tasks, reason };
}

export const asked = (actor: Actor, at: Date = now) => ({ actor, now: at, address: '10.0.0.7' });

/** The day of the acceptance of every report that the tests make. */
export const acceptedOn: CivilDate = civilDate('2020-04-02');

/** Proposes and confirms: afterwards the report is two versions further. */
export async function publishBy(
  { coordinator, checker }: Publishers,
  report: ReportToPublish,
  sections: readonly Section[],
  { version = 7, at = now, reason = '更正' }: { version?: number; at?: Date; reason?: string } = {},
): Promise<Result<void>> {
  const proposed = await proposePublications([proposalOf(report, sections, version, reason)], asked(coordinator, at));
  if (!proposed.ok) return proposed;
  return publishReports([{ reportId: report.id, version: version + 1 }], acceptedOn, asked(checker, at));
}

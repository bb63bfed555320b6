import 'server-only';
import { grouped } from '@/lib/domain/grouped';
import { type EntryForm, fieldsOfKind, findField, formOf, isTicked, textOf } from '@/lib/domain/report/entry';
import type { PublishedEntry } from '@/lib/domain/review/publication';
import type { Plan, PlanPeriod } from '@/lib/plans/data';
import type { AgencyName, LeadAgency, PlanTask } from '@/lib/plans/lists/data';
import type { PublishedReport, WithdrawnReport } from '@/lib/publication/data';

/**
 * Gives a plan as open data. A plan by quarters that is under way has neither a rhythm nor a state of its own: its document
 * stays what it was before there were others.
 */
export function planRow({ periods, scope, rhythm, isClosed, ...plan }: Plan) {
  return {
    ...plan,
    ...(rhythm !== 'quarterly' && { rhythm }),
    ...(isClosed && { status: 'closed' }),
    ...scope,
    quarters: periods.map(({ code }) => code),
  };
}

/** Gives a period as open data: civil dates in the portal's zone, instants in UTC. */
export function periodRow({ code: periodCode, opensAt, dueOn, closesAt, provisional, reasons }: PlanPeriod) {
  return { quarter: periodCode, opensAt, dueOn, closesAt, provisional, reasons };
}

/** Gives agencies that lead tasks, each with the codes of its tasks. */
export function agencyRows(
  agencies: readonly LeadAgency[],
  tasks: readonly PlanTask[],
): (AgencyName & { tasks: string[] })[] {
  const codes = new Map(agencies.map(({ code }): [string, string[]] => [code, []]));
  for (const { code, leadAgencies } of tasks) for (const lead of leadAgencies) codes.get(lead.code)?.push(code);
  return agencies.map(({ code, name }) => ({ code, name, tasks: codes.get(code) ?? [] }));
}

/** The labels that a plan gives to its fields itself; the fields of the notice's form are known by their keys. */
function labelsOf(keys: readonly string[], form: EntryForm) {
  const labels = keys.flatMap((key) => {
    const label = findField(key, form)?.label;
    return label === undefined ? [] : [[key, label]];
  });
  return labels.length > 0 ? { labels: Object.fromEntries(labels) } : {};
}

/** The published content of a task: its chosen parts, and the ticks under them; a part that did not go out is absent. */
function publishedParts(entry: PublishedEntry, form: EntryForm) {
  const ticks = fieldsOfKind('tick', form).filter(({ under }) => entry.sections.includes(under));
  return {
    ...Object.fromEntries(ticks.map(({ key }) => [key, isTicked(entry, key)])),
    sections: Object.fromEntries(entry.sections.map((section) => [section, textOf(entry, section)])),
    ...labelsOf([...entry.sections, ...ticks.map(({ key }) => key)], form),
  };
}

/** Gives the reports that are published or withdrawn by the codes of the tasks of which they have an entry. */
export function publishedByTask(reports: readonly PublishedReport[], withdrawals: readonly WithdrawnReport[] = []) {
  const entries = reports.flatMap((report) => report.content.entries.map((entry) => ({ report, entry })));
  const withdrawn = withdrawals.flatMap((report) => report.taskCodes.map((taskCode) => ({ report, taskCode })));
  return {
    published: grouped(entries, ({ entry }) => entry.taskCode),
    withdrawn: grouped(withdrawn, ({ taskCode }) => taskCode),
  };
}

export type PublishedByTask = ReturnType<typeof publishedByTask>;

/**
 * A task with what has been published of it, period by period: published or corrected, with the parts that went out, or
 * withdrawn, without any text, so that whoever holds a copy learns that it was taken back.
 */
export function taskRow({ planCode: _, ...task }: PlanTask, of: PublishedByTask) {
  // Of a task that several agencies have led, each row says whose it is.
  const isShared = new Set(task.leads.map(({ code }) => code)).size > 1;
  const byWhom = (code: string) => (isShared ? { agency: code } : {});
  const published = (of.published.get(task.code) ?? []).map(({ report, entry }) => {
    const { periodCode, agency, publishedAt, correctedAt, content } = report;
    const status = correctedAt ? 'corrected' : 'published';
    const dates = correctedAt ? { publishedAt, correctedAt } : { publishedAt };
    return { quarter: periodCode, ...byWhom(agency.code), status, ...dates, ...publishedParts(entry, formOf(content)) };
  });
  const withdrawn = (of.withdrawn.get(task.code) ?? []).map(({ report }) => ({
    quarter: report.periodCode,
    ...byWhom(report.agencyCode),
    status: 'withdrawn',
    publishedAt: report.publishedAt,
    withdrawnAt: report.withdrawnAt,
  }));
  return { ...task, published: [...published, ...withdrawn].sort((a, b) => (a.quarter < b.quarter ? -1 : 1)) };
}

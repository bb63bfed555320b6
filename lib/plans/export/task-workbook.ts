import 'server-only';
import type { Rhythm } from '@/lib/domain/calendar/period';
import type { StoredTask } from '@/lib/domain/plan/task-differences';
import type { WorkbookColumn } from '@/lib/office-files/workbook/workbook';
import { writeWorkbook } from '@/lib/office-files/workbook/write-workbook';
import { listRunningTasks } from '@/lib/plans/import/storing/data';
import { type AgencyNames, listAgencyNames } from '@/lib/plans/tasks/data';
import { getT } from '@/lib/text/get-t';
import type { Translate } from '@/lib/text/translator';
import type { ExportedPlan } from './data';

/** The time limit as it is counted, beside the printed one: a day, or a word that is read as what it was. */
function dueWords(t: Translate, rhythm: Rhythm, { dueKind, dueOn, dueText }: StoredTask['facts']): string {
  if (dueKind === 'standing') return t('imports.export.standing');
  if (dueKind === 'each_period') return t(`rhythms.eachPeriod.${rhythm}`);
  if (dueOn) return dueOn;
  return dueText === '' ? '' : t('imports.export.none');
}

function columnsOf(t: Translate, headings: number): WorkbookColumn[] {
  const kind = (
    name: 'code' | 'number' | 'short' | 'text' | 'content' | 'target' | 'leads' | 'supports' | 'due' | 'due-on',
  ) => t(`imports.kinds.${name}`);
  return [
    { title: kind('code'), width: 12 },
    { title: kind('number'), width: 8, isCentred: true },
    ...Array.from({ length: headings }, (_, index) => ({
      title: t('imports.export.heading', { number: index + 1 }),
      width: 20,
    })),
    { title: kind('short'), width: 20 },
    { title: kind('text'), width: 50 },
    { title: kind('content'), width: 50 },
    { title: kind('target'), width: 24 },
    { title: kind('leads'), width: 24 },
    { title: kind('supports'), width: 24 },
    { title: kind('due'), width: 16 },
    { title: kind('due-on'), width: 14 },
  ];
}

type Page = { headings: number; rhythm: Rhythm; names: AgencyNames };

function rowOf(t: Translate, { code, facts }: StoredTask, { headings, rhythm, names }: Page): string[] {
  const named = (ids: readonly string[], part: 'lead' | 'support') =>
    // The members stand before the name of their group, so that their order is read as it was.
    [
      ...ids.map((id) => names.agencies.get(id) ?? ''),
      ...facts.groups.filter((group) => group.part === part).map((group) => group.name),
    ].join('、');
  return [
    code,
    facts.number,
    ...Array.from({ length: headings }, (_, index) => facts.headings[index] ?? ''),
    facts.shortTitle,
    facts.text,
    facts.measures.join('\n'),
    facts.target,
    named(facts.leads, 'lead'),
    named(facts.supports, 'support'),
    facts.dueText,
    dueWords(t, rhythm, facts),
  ];
}

/** Gives the tasks of a plan as .xlsx with all their fields; what an import reads of it again differs in nothing. */
export async function taskWorkbook(plan: ExportedPlan): Promise<{ name: string; bytes: AsyncGenerator<Uint8Array> }> {
  const t = getT();
  const [tasks, names] = await Promise.all([listRunningTasks(plan.id), listAgencyNames()]);
  const headings = tasks.reduce((most, { facts }) => Math.max(most, facts.headings.length), 0);
  const page = { headings, rhythm: plan.rhythm, names };
  async function* rows() {
    for (const task of tasks) yield rowOf(t, task, page);
  }
  const sheet = {
    name: t('imports.export.sheet'),
    columns: columnsOf(t, headings),
    rows: rows(),
    layout: 'single',
  } as const;
  const name = t('imports.export.name', { title: plan.title });
  return { name, bytes: writeWorkbook({ title: plan.title, sheets: [sheet], writtenAt: plan.issuedOn }) };
}

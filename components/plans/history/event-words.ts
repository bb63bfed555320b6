import { parseCivilDate } from '@/lib/domain/calendar/civil-date';
import { parsePeriodCode, type Rhythm } from '@/lib/domain/calendar/period';
import type { PlanEvent } from '@/lib/plans/history/data';
import { namedDeadlineWords } from '@/lib/text/deadline-words';
import { formatDate, formatPeriod } from '@/lib/text/format';
import { ruleWords } from '@/lib/text/rule-words';
import type { Translate } from '@/lib/text/translator';

const names = [
  'plan-set-up',
  'plan-drafted',
  'plan-changed',
  'plan-form-changed',
  'plan-issued',
  'plan-discarded',
  'plan-renumbered',
  'plan-contact-set',
  'plan-late-filing-set',
  'plan-rule-changed',
  'task-amended',
  'period-opening-moved',
  'period-closed',
  'period-reopened',
  'period-skipped',
  'period-resumed',
  'deadline-moved',
  'plan-closed',
  'plan-reopened',
  'chasing-ladder-set',
  'plan-imported',
  'plan-import-compared',
  'agencies-assigned',
] as const;

/** The settings that the record shows, with the words for the values that are codes. */
const settings = [
  'title',
  'code',
  'issuer',
  'documentNumber',
  'noticeText',
  'issuedOn',
  'contactOffice',
  'contactPerson',
  'contactPhone',
  'firstOn',
  'lastOn',
  'rhythm',
  'firstPeriod',
  'leadsReporting',
  'afterClosing',
] as const;
type Setting = (typeof settings)[number];

/** The name of an event in words. */
export function eventName(t: Translate, name: string): string {
  const known = names.find((each) => each === name);
  return t(`plans.history.names.${known ?? 'other'}`);
}

function valueWords(t: Translate, setting: Setting, value: string): string {
  if (setting === 'noticeText') return t('plans.history.characters', { count: Number(value) });
  if (value === '') return t('plans.history.empty');
  if (setting === 'rhythm') return t(`plans.rhythms.${value as Rhythm}`);
  if (setting === 'leadsReporting') return t(`plans.leadsReporting.${value as 'each' | 'first'}`);
  if (setting === 'afterClosing') return t(`plans.afterClosing.${value as 'closed' | 'late_filing_open'}`);
  const [period, date] = [setting === 'firstPeriod' ? parsePeriodCode(value) : null, parseCivilDate(value)];
  if (period) return formatPeriod(period);
  return date ? formatDate(date) : value;
}

function changedSettings(t: Translate, { settings: changed }: PlanEvent['detail']): string[] {
  if (!changed) return [];
  const words = (setting: Setting, side: 'before' | 'after') =>
    valueWords(t, setting, String(changed[side][setting] ?? ''));
  return settings
    .filter((setting) => setting in changed.after && changed.before[setting] !== changed.after[setting])
    .map((setting) =>
      t('plans.history.change', {
        field: t(`plans.fields.${setting}`),
        before: words(setting, 'before'),
        after: words(setting, 'after'),
      }),
    );
}

function changedDates(t: Translate, { deadlines, rules, days }: PlanEvent['detail'], rhythm: Rhythm): string[] {
  const change = (field: 'dueOn' | 'opensOn', before: string, after: string) =>
    t('plans.history.change', { field: t(`plans.periods.${field}`), before, after });
  const dates = [parseCivilDate(days?.before ?? ''), parseCivilDate(days?.after ?? '')] as const;
  return [
    ...(deadlines
      ? [change('dueOn', namedDeadlineWords(t, deadlines.before), namedDeadlineWords(t, deadlines.after))]
      : []),
    ...(dates[0] && dates[1] ? [change('opensOn', formatDate(dates[0]), formatDate(dates[1]))] : []),
    ...(rules
      ? [
          t('plans.history.change', {
            field: t('plans.sections.rule'),
            before: ruleWords(t, rules.before, rhythm),
            after: ruleWords(t, rules.after, rhythm),
          }),
        ]
      : []),
  ];
}

/** The lines about tasks: how many a plan has or a file changed, or which ones an act of the desk concerned. */
function taskLines(t: Translate, { detail }: PlanEvent): string[] {
  const { tasks, periods, changes, amended, kind, fromPeriod, task, removed, moved, place = 0, fileName } = detail;
  return [
    ...(fileName ? [t('plans.history.of.file', { name: fileName })] : []),
    ...(tasks !== undefined ? [t('plans.history.of.taskCount', { tasks })] : []),
    ...(periods ? [t('plans.history.of.periodCount', { periods: periods.length })] : []),
    ...(changes ? [t('plans.history.of.changes', changes)] : []),
    ...(kind && fromPeriod
      ? [t('plans.history.of.amendment', { kind: t(`tasks.kinds.${kind}`), period: formatPeriod(fromPeriod) })]
      : []),
    ...(amended ?? []).map((each) => t('plans.history.of.task', { task: `${each.number} ${each.title}`.trim() })),
    ...(task ? [t('plans.history.of.written', { task })] : []),
    ...(removed ? [t('plans.history.of.removed', { task: removed })] : []),
    ...(moved ? [t('plans.history.of.placed', { task: moved, place })] : []),
  ];
}

/** The lines about agencies: whose numbers changed, whose tasks went to others, and who reads whose reports. */
function agencyLines(t: Translate, { name, detail, reviewer }: PlanEvent): string[] {
  const { agency, agencyIds, settings: numbers } = detail;
  const renumbered = Object.keys(numbers?.after ?? {}).filter((id) => numbers?.before[id] !== numbers?.after[id]);
  return [
    ...(name === 'plan-renumbered' ? [t('plans.history.of.renumbered', { count: renumbered.length })] : []),
    ...(agency ? [t('plans.history.of.agency', { agency })] : []),
    ...(agencyIds
      ? [t('plans.history.of.assigned', { count: agencyIds.length, reviewer: reviewer ?? t('plans.history.nobody') })]
      : []),
  ];
}

/** The content of an event in lines: the period, the changes, the reason. */
export function eventLines(t: Translate, event: PlanEvent, rhythm: Rhythm): string[] {
  const { quarter, copiedFrom, open, differences, ladder, reason } = event.detail;
  return [
    ...(quarter ? [formatPeriod(quarter)] : []),
    ...(copiedFrom ? [t('plans.history.of.copied', { code: copiedFrom })] : []),
    ...(open ? [t('plans.history.of.open', { count: open })] : []),
    ...(differences !== undefined ? [t('plans.history.of.differences', { count: differences })] : []),
    ...(ladder ? [t('plans.history.of.steps', { count: ladder.length })] : []),
    ...taskLines(t, event),
    ...agencyLines(t, event),
    ...changedSettings(t, event.detail),
    ...changedDates(t, event.detail, rhythm),
    ...(reason ? [t('plans.history.reasonOf', { reason })] : []),
  ];
}

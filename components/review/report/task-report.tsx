import type { ReactNode } from 'react';
import { EvidenceList } from '@/components/evidence/evidence-list';
import { EarlierDifference, type EarlierVersion } from '@/components/reports/differences/earlier-difference';
import { PartContent } from '@/components/reports/part-content';
import { Card } from '@/components/ui/card';
import { WrittenText } from '@/components/ui/written-text';
import { type EntryForm, lightOf, type Section, sectionsOf, shortParts, textOf } from '@/lib/domain/report/entry';
import { isPartChanged } from '@/lib/domain/report/entry-difference';
import type { SnapshotEntry } from '@/lib/domain/report/report-snapshot';
import { isNothingDue, type SectionSays, sectionSays } from '@/lib/domain/report/section-says';
import type { EvidenceRow } from '@/lib/evidence/data';
import type { LastPeriodEntry, NearCopy } from '@/lib/reports/last-period/data';
import { fieldLabel, formWords, ownConfirmation, ownNothingDue } from '@/lib/text/entry-words';
import { taskNumber, taskWords } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-division-t';
import { NearCopyMark } from './near-copy-mark';
import { PlannedThen } from './planned-then';

/** The confirmation in place of a section's text, or null. */
function Confirmation({ says, form, section }: { says: SectionSays; form: EntryForm; section: Section }) {
  const t = useT();
  if (isNothingDue(says)) {
    return (
      <span className="text-muted">
        {ownNothingDue(t, form, section) ?? t('review.report.nothingDue', formWords(t, form))}
      </span>
    );
  }
  const own = says.confirmed && ownConfirmation(t, form, says.confirmed);
  if (own) return own;
  switch (says.confirmed?.tick) {
    case 'noProgress':
      return (
        <>
          <strong className="font-semibold">{t('review.report.noProgress', formWords(t, form))}</strong>
          <br />
          {t('review.report.noProgressReason', { reason: says.confirmed.reason })}
        </>
      );
    case 'noProblems':
      return t('review.report.noProblems');
    default:
      return null;
  }
}

function Changed() {
  const t = useT();
  return (
    <span className="rounded-sm border border-accent-line bg-accent-soft px-1.5 text-xs font-medium text-accent">
      {t('review.report.changed')}
    </span>
  );
}

type FiledSectionProps = Omit<TaskReportProps, 'children'> & { section: Section };

function FiledSection({ entry, form, earlier, likeness, underSection, section }: FiledSectionProps) {
  const t = useT();
  const previous = earlier?.entries.find(({ taskId }) => taskId === entry.taskId);
  const says = sectionSays(entry, section, form);
  return (
    <section>
      <h4 className="flex flex-wrap items-baseline gap-x-3 font-semibold">
        {fieldLabel(t, form, section)}
        {previous && isPartChanged(previous, entry, section, form) && <Changed />}
      </h4>
      <div className="mt-1 max-w-text">
        <Confirmation says={says} form={form} section={section} />
        <WrittenText text={says.text} marksNumbers />
      </div>
      <NearCopyMark
        nearCopy={likeness?.nearCopies.find((copy) => copy.taskId === entry.taskId && copy.section === section)}
        lastPeriod={likeness?.lastPeriod.find(({ taskId }) => taskId === entry.taskId)}
        text={textOf(entry, section)}
      />
      <EarlierDifference earlier={earlier} entry={entry} part={section} form={form} />
      {underSection?.(section)}
    </section>
  );
}

type TaskReportProps = {
  entry: SnapshotEntry;
  /** The form with which it was filed. */
  form: EntryForm;
  /** The version before. */
  earlier?: EarlierVersion | null;
  evidence?: readonly EvidenceRow[];
  /** The sections that are nearly the last period's, and the last period's texts. */
  likeness?: { nearCopies: readonly NearCopy[]; lastPeriod: readonly LastPeriodEntry[] };
  /** Everything that the plan asks for in the task. */
  asked?: ReactNode;
  /** Content below a section: the division's texts on it. */
  underSection?: (section: Section) => ReactNode;
  /** The reasons of earlier returns, and the field for a new one. */
  children?: ReactNode;
};

/** One task as filed: its sections, the light, the confirmations. */
export function TaskReport({ children, ...shown }: TaskReportProps) {
  const t = useT();
  const { entry, form, earlier } = shown;
  const heading = `task-${entry.taskCode}`;
  return (
    <Card>
      <article aria-labelledby={heading} className="grid gap-5">
        <div className="grid gap-1 border-b border-line pb-4">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="text-sm text-muted">
              {t('review.report.task', { number: taskNumber(entry.taskCode) })}
            </span>
            {shortParts(form).map(
              (part) =>
                lightOf(entry, part) !== null && (
                  <span key={part} className="flex gap-3 text-sm">
                    <span className="text-muted">{fieldLabel(t, form, part)}</span>
                    <PartContent entry={entry} part={part} />
                  </span>
                ),
            )}
          </div>
          {shortParts(form).map((part) => (
            <EarlierDifference key={part} earlier={earlier} entry={entry} part={part} form={form} />
          ))}
          <h3 id={heading} className="text-base leading-7 font-semibold text-wrap">
            {taskWords(entry.taskText)}
          </h3>
          {shown.asked}
        </div>
        <PlannedThen lastPeriod={shown.likeness?.lastPeriod.find(({ taskId }) => taskId === entry.taskId)} />
        {sectionsOf(form).map((section) => (
          <FiledSection key={section} {...shown} section={section} />
        ))}
        <EvidenceList files={shown.evidence} level={4} />
        <EarlierDifference earlier={earlier} entry={entry} part="evidence" form={form} />
        {children}
      </article>
    </Card>
  );
}

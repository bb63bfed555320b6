'use client';

import { useState } from 'react';
import { ContributionList } from '@/components/contributions/contribution-list';
import { EvidencePanel } from '@/components/evidence/evidence-panel';
import { EntryProgress, type OpenParts } from '@/components/filing/report/entry-progress';
import { TaskWriters } from '@/components/live/writers';
import { type EditorEntry, fieldName, shownEntry, taskAnchor, versionsOf } from '@/components/reports/entry-fields';
import { RemarkNotes } from '@/components/review/remarks/remark-notes';
import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import { WrittenText } from '@/components/ui/written-text';
import type { FormState } from '@/lib/schemas/form-state';
import type { Writer } from '@/lib/schemas/live';
import { taskNumber, taskWords } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';
import { EntrySections } from './entry-sections';

type EntryCardProps = {
  entry: EditorEntry;
  index: number;
  open: OpenParts;
  state: FormState;
  writers: readonly Writer[];
};

/** The division's comment on this task from its return of the report. */
function ReviewComment({ text }: { text: string }) {
  const t = useT();
  return (
    <aside aria-label={t('filing.editor.comment')} className="lg:sticky lg:top-6 lg:self-start">
      <NoticeBox tone="warning" title={t('filing.editor.comment')}>
        <WrittenText text={text} />
      </NoticeBox>
    </aside>
  );
}

/** One task of the report: its full text, and the parts that the notice requires. */
export function EntryCard({ entry, index, open, state, writers }: EntryCardProps) {
  const t = useT();
  const anchor = taskAnchor(entry.taskCode);
  const number = taskNumber(entry.taskCode);
  // A page rendered again by the server must not change fields being edited; the fields update themselves.
  const [shown] = useState(() => shownEntry(entry, index, state));
  return (
    <Card className="scroll-mt-6">
      <section id={anchor} tabIndex={-1} aria-labelledby={`${anchor}-title`} className="group/entry scroll-mt-6">
        <div className="mb-5 grid gap-2 border-b border-line pb-4">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id={`${anchor}-title`} className="text-lg font-bold text-accent-strong">
              {t('filing.task', { number })}
            </h2>
            <TaskWriters writers={writers} taskId={entry.taskId} />
            <EntryProgress open={open} className="ml-auto text-sm font-medium" />
          </div>
          <p>{taskWords(entry.taskText)}</p>
          {entry.asked}
        </div>
        <input type="hidden" name={fieldName(index, 'taskId')} value={entry.taskId} />
        {/* autoComplete, because a browser that reloads the page would restore the old versions. */}
        <input
          type="hidden"
          name={fieldName(index, 'versions')}
          autoComplete="off"
          value={versionsOf(entry, index, state)}
        />
        {entry.contributions.length > 0 && (
          <div className="mb-6">
            <h3 className="mb-2 font-medium">{t('contributions.listTitle')}</h3>
            <ContributionList contributions={entry.contributions} form={entry.form} canDecide />
          </div>
        )}
        <RemarkNotes remarks={entry.remarks} namedBy={entry.form} />
        <div className={entry.comment ? 'grid gap-6 lg:grid-cols-[minmax(0,1fr)_15rem]' : ''}>
          {entry.comment && (
            <div className="lg:order-2">
              <ReviewComment text={entry.comment} />
            </div>
          )}
          <EntrySections entry={entry} shown={shown} index={index} state={state} />
        </div>
        <EvidencePanel {...entry.evidence} taskId={entry.taskId} taskNumber={number} />
      </section>
    </Card>
  );
}

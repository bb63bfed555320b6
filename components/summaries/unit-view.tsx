import type { SummaryArrangement } from '@/lib/domain/review/summary';
import type { SummaryHead } from '@/lib/summaries/data';
import type { DraftEntry, DraftUnit } from '@/lib/summaries/loaders';
import { chineseNumber } from '@/lib/text/chinese-number';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';
import { OpenRemarks } from './open-remarks';
import { PassageView } from './passage-view';
import { SourceNote } from './source-note';

type UnitProps = { draft: Pick<SummaryHead, 'id' | 'arrangement' | 'sections'>; unit: DraftUnit; mayWrite: boolean };

function Passages({ draft, entry, mayWrite }: { entry: DraftEntry } & Omit<UnitProps, 'unit'>) {
  const level = draft.arrangement === 'by_agency' ? 5 : 4;
  return (
    <>
      <OpenRemarks entry={entry} section={null} />
      {draft.sections.map((section) => (
        <PassageView key={section} entry={entry} section={section} level={level} mayWrite={mayWrite} />
      ))}
    </>
  );
}

function titleOf(t: Translate, arrangement: SummaryArrangement, { position, entries: [first] }: DraftUnit): string {
  const title = arrangement === 'by_agency' ? first?.agencyName : first?.taskText;
  return t('summaries.document.headings.1', { number: chineseNumber(position), title: title ?? '' });
}

/** One agency with its tasks, or one task: the unit that is moved as a whole. */
export function UnitView({ draft, unit, mayWrite }: UnitProps) {
  const t = useT();
  const [first] = unit.entries;
  if (!first) return null;
  return (
    <article className="grid gap-4 py-6 first:pt-0 last:pb-0">
      <div className="grid gap-1">
        <h3 className="text-lg font-bold">{titleOf(t, draft.arrangement, unit)}</h3>
        <SourceNote summaryId={draft.id} entry={first} mayWrite={mayWrite} />
      </div>
      {draft.arrangement === 'by_task' ? (
        <Passages draft={draft} entry={first} mayWrite={mayWrite} />
      ) : (
        unit.entries.map((entry, index) => (
          <div key={entry.id} className="grid gap-4 md:pl-4">
            <h4 className="max-w-text font-semibold">
              {t('summaries.document.headings.2', { number: chineseNumber(index + 1), title: entry.taskText })}
            </h4>
            <Passages draft={draft} entry={entry} mayWrite={mayWrite} />
          </div>
        ))
      )}
    </article>
  );
}

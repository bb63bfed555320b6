import { NoticeBox } from '@/components/ui/notice-box';
import type { SummaryCounts, SummaryHead } from '@/lib/summaries/data';
import { useT } from '@/lib/text/use-division-t';
import { AddReports, TakeVersions } from './take-versions';

type SummaryNewsProps = { draft: SummaryHead; counts: SummaryCounts; mayWrite: boolean };

/** Changes since the draft was created: later versions of included reports, and reports that can be added. */
export function SummaryNews({ draft, counts, mayWrite }: SummaryNewsProps) {
  const t = useT();
  if (counts.newer === 0 && counts.addable === 0) return null;
  return (
    <NoticeBox tone="warning" title={t('summaries.news.title')}>
      {counts.newer > 0 && <p>{t('summaries.news.newer', { count: counts.newer })}</p>}
      {counts.addable > 0 && <p>{t('summaries.news.addable', { count: counts.addable })}</p>}
      {mayWrite && (
        <div className="mt-2 flex flex-wrap gap-3">
          {counts.newer > 0 && <TakeVersions summaryId={draft.id} label={t('summaries.news.takeAll')} />}
          {counts.addable > 0 && <AddReports summaryId={draft.id} label={t('summaries.news.add')} />}
        </div>
      )}
    </NoticeBox>
  );
}

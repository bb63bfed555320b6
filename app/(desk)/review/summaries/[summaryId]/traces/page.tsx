import type { Metadata } from 'next';
import { DraftHeader } from '@/components/summaries/draft-header';
import { summaryAddress } from '@/components/summaries/summary-address';
import { TraceTable } from '@/components/summaries/trace-table';
import { Pagination } from '@/components/ui/pagination';
import { TableSheet } from '@/components/ui/table-sheet';
import { routes } from '@/lib/routes';
import { loadSummaryTitle, loadSummaryTraces } from '@/lib/summaries/loaders';
import { getT } from '@/lib/text/get-t';

type TracesPageProps = PageProps<'/review/summaries/[summaryId]/traces'>;

export async function generateMetadata({ params }: TracesPageProps): Promise<Metadata> {
  const t = getT();
  const title = await loadSummaryTitle((await params).summaryId);
  return { title: t('summaries.partOf', { part: t('summaries.traces.title'), title }) };
}

/** The filed version behind each passage of a draft. 404 for everyone but the division and the leader. */
export default async function SummaryTracesPage({ params, searchParams }: TracesPageProps) {
  const t = getT();
  const { summary, counts, units, range } = await loadSummaryTraces((await params).summaryId, await searchParams);
  const entries = units.flatMap((unit) => unit.entries);
  return (
    <>
      <DraftHeader draft={summary} part={t('summaries.traces.title')} />
      <p className="mb-4 max-w-text text-muted">{t('summaries.traces.lead')}</p>
      <TableSheet>
        <div className="grid gap-4">
          <TraceTable entries={entries} />
          <Pagination
            page={range.page}
            pageSize={range.pageSize}
            total={counts.units}
            totalWords={t(`summaries.body.${summary.arrangement}`, { total: counts.units })}
            addressOf={(page) => summaryAddress(routes.summaryTraces(summary.id), { page })}
          />
        </div>
      </TableSheet>
    </>
  );
}

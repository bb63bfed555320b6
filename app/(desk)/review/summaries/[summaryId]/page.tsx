import type { Metadata } from 'next';
import { SummaryDocumentForm } from '@/components/documents/summary-document-form';
import { DeleteDraft } from '@/components/summaries/delete-draft';
import { DraftCautions, ExportChoice } from '@/components/summaries/draft-cautions';
import { DraftFrame, DraftSettings } from '@/components/summaries/draft-frame';
import { DraftHeader } from '@/components/summaries/draft-header';
import { summaryAddress } from '@/components/summaries/summary-address';
import { SummaryHistory } from '@/components/summaries/summary-history';
import { SummaryNews } from '@/components/summaries/summary-news';
import { UnitView } from '@/components/summaries/unit-view';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import { Pagination } from '@/components/ui/pagination';
import { SectionHeading } from '@/components/ui/section-heading';
import { routes } from '@/lib/routes';
import { type LoadedSummary, loadSummary, loadSummaryTitle } from '@/lib/summaries/loaders';
import { getT } from '@/lib/text/get-t';
import { coverageWords } from '@/lib/text/summary-words';

type SummaryPageProps = PageProps<'/review/summaries/[summaryId]'>;

export async function generateMetadata({ params }: SummaryPageProps): Promise<Metadata> {
  return { title: await loadSummaryTitle((await params).summaryId) };
}

function Actions({ draft }: { draft: LoadedSummary }) {
  const t = getT();
  const { mayWrite, isLarge } = draft;
  const { id } = draft.summary;
  return (
    <>
      <ButtonLink href={routes.summaryOrder(id)} variant="secondary">
        {t(mayWrite ? 'summaries.order.change' : 'summaries.order.title')}
      </ButtonLink>
      <ButtonLink href={routes.summaryTraces(id)} variant="secondary">
        {t('summaries.traces.title')}
      </ButtonLink>
      <ExportChoice draft={draft}>
        {mayWrite && <SummaryDocumentForm summaryId={id} />}
        {!(isLarge && mayWrite) && <ButtonLink href={routes.summaryExport(id)}>{t('summaries.export')}</ButtonLink>}
      </ExportChoice>
    </>
  );
}

function Body({ draft }: { draft: LoadedSummary }) {
  const t = getT();
  const { summary, counts, units, range, mayWrite } = draft;
  const { reports, entries, edited } = counts;
  return (
    <Card>
      <SectionHeading aside={t('summaries.body.counts', { reports, entries, edited })}>
        {t('summaries.body.title')}
      </SectionHeading>
      <div className="grid gap-6">
        {units.length === 0 ? (
          <p className="text-muted">{t('summaries.body.empty')}</p>
        ) : (
          <div className="ruled">
            {units.map((unit) => (
              <UnitView key={unit.entries[0]?.id} draft={summary} unit={unit} mayWrite={mayWrite} />
            ))}
          </div>
        )}
        <Pagination
          page={range.page}
          pageSize={range.pageSize}
          total={counts.units}
          totalWords={t(`summaries.body.${summary.arrangement}`, { total: counts.units })}
          addressOf={(page) => summaryAddress(routes.summary(summary.id), { page })}
        />
      </div>
    </Card>
  );
}

/**
 * A draft as the document will read, each passage editable in place. 404 for everyone but the division and the leader.
 */
export default async function SummaryPage({ params, searchParams }: SummaryPageProps) {
  const t = getT();
  const draft = await loadSummary((await params).summaryId, await searchParams);
  const { summary, counts, leftOut, events, mayWrite } = draft;
  return (
    <>
      <DraftHeader draft={summary} actions={<Actions draft={draft} />} />
      <div className="grid gap-6">
        {!mayWrite && <NoticeBox tone="info">{t('summaries.onlyDivision')}</NoticeBox>}
        <DraftCautions draft={draft} />
        <SummaryNews draft={summary} counts={counts} mayWrite={mayWrite} />
        <DraftFrame draft={summary} mayWrite={mayWrite} />
        <DraftSettings draft={summary} mayWrite={mayWrite} />
        <Body draft={draft} />
        <Card>
          <SectionHeading>{t('summaries.coverage.title')}</SectionHeading>
          <p className="max-w-text">{coverageWords(t, counts, leftOut)}</p>
          <p className="mt-2 text-sm text-muted">{t('summaries.coverage.hint')}</p>
        </Card>
        <SummaryHistory events={events} form={summary.form} />
        {mayWrite && <DeleteDraft id={summary.id} changedAt={summary.changedAt} edited={counts.edited} />}
      </div>
    </>
  );
}

import { AnnexTable } from '@/components/plans/annex-table';
import { NoticeDocument } from '@/components/plans/notice-document';
import { Card } from '@/components/ui/card';
import { TableSheet } from '@/components/ui/table-sheet';
import type { Plan } from '@/lib/plans/data';
import type { LeadAgency } from '@/lib/plans/lists/data';
import { loadTasksOfAgencies } from '@/lib/plans/lists/loaders';
import { formatDate } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { annexTitle, noticeParagraphs } from '@/lib/text/notice-paragraphs';

type AnnexedNoticeProps = { plan: Plan; text: string; agencies: readonly LeadAgency[] };

/** A notice, and of its annex the agencies that are on this page; the text stands before the first of them. */
export async function AnnexedNotice({ plan, text, agencies }: AnnexedNoticeProps) {
  const t = getT();
  const paragraphs = noticeParagraphs(text);
  const annex = annexTitle(paragraphs) || t('public.notice.annex');
  const codes = agencies.map(({ code }) => code);
  const tasks = await loadTasksOfAgencies(plan.code, codes);
  return (
    <article className="grid gap-6">
      {agencies[0]?.place === 1 && (
        <Card className="md:px-12 md:py-10">
          <p className="mb-8 flex flex-wrap justify-center gap-x-6 border-b border-line pb-4 text-sm text-muted">
            <span>{t('public.notice.source', { source: plan.issuer })}</span>
            <span>{t('public.notice.issuedOn', { date: formatDate(plan.issuedOn) })}</span>
          </p>
          <NoticeDocument title={plan.title} paragraphs={paragraphs} />
          {paragraphs.length === 0 && <p className="text-center text-muted">{t('public.notice.noText')}</p>}
        </Card>
      )}
      <section>
        <TableSheet>
          {annex !== t('public.notice.annex') && <p className="text-muted">{t('public.notice.annex')}</p>}
          <h2 className="mb-4 text-center font-serif text-xl font-bold">{annex}</h2>
          <AnnexTable plan={plan} title={annex} agencies={agencies} tasks={tasks} />
        </TableSheet>
      </section>
    </article>
  );
}

import { AnnexTable } from '@/components/plans/annex-table';
import { NoticeDocument } from '@/components/plans/notice-document';
import { PublicPage } from '@/components/plans/public-page';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TableSheet } from '@/components/ui/table-sheet';
import { loadNoticeTexts, loadPlans, loadSiteIdentity } from '@/lib/plans/loaders';
import { formatDate } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { annexTitle, noticeParagraphs } from '@/lib/text/notice-paragraphs';
import { pageMetadata } from '../page-metadata';

export async function generateMetadata() {
  const t = getT();
  const [plan] = await loadPlans();
  const column = t('public.notice.title');
  return pageMetadata({ title: plan?.title ?? column, column, publishedAt: plan?.issuedOn, source: plan?.issuer });
}

export default async function NoticePage() {
  const t = getT();
  const [plans, texts, identity] = await Promise.all([loadPlans(), loadNoticeTexts(), loadSiteIdentity()]);
  return (
    <PublicPage column="notice" identity={identity} title={t('public.notice.title')}>
      {plans.length === 0 && <EmptyState title={t('public.plan.empty')} />}
      <div className="grid gap-10">
        {plans.map((plan) => {
          const paragraphs = noticeParagraphs(texts.get(plan.code) ?? '');
          const annex = annexTitle(paragraphs) || t('public.notice.annex');
          return (
            <article key={plan.code} className="grid gap-6">
              <Card className="md:px-12 md:py-10">
                <p className="mb-8 flex flex-wrap justify-center gap-x-6 border-b border-line pb-4 text-sm text-muted">
                  <span>{t('public.notice.source', { source: plan.issuer })}</span>
                  <span>{t('public.notice.issuedOn', { date: formatDate(plan.issuedOn) })}</span>
                </p>
                <NoticeDocument title={plan.title} paragraphs={paragraphs} />
              </Card>
              <section>
                <TableSheet>
                  <p className="text-muted">{t('public.notice.annex')}</p>
                  <h2 className="mb-4 text-center font-serif text-xl font-bold">{annex}</h2>
                  <AnnexTable plan={plan} title={annex} />
                </TableSheet>
              </section>
            </article>
          );
        })}
      </div>
    </PublicPage>
  );
}

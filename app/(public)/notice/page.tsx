import { AnnexTable } from '@/components/plans/annex-table';
import { ListPages } from '@/components/plans/list-pages';
import { NoticeDocument } from '@/components/plans/notice-document';
import { PublicPage } from '@/components/plans/public-page';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TableSheet } from '@/components/ui/table-sheet';
import type { Plan } from '@/lib/plans/data';
import type { LeadAgency } from '@/lib/plans/lists/data';
import { loadLeadAgencyPage, loadTasksOfAgencies } from '@/lib/plans/lists/loaders';
import { loadNoticeTexts, loadPlans, loadSiteIdentity } from '@/lib/plans/loaders';
import { routes } from '@/lib/routes';
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

type Annexed = { plan: Plan; text: string; agencies: readonly LeadAgency[] };

/** A notice, and of its annex the agencies that are on this page; the text stands before the first of them. */
async function Notice({ plan, text, agencies }: Annexed) {
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
        </Card>
      )}
      <section>
        <TableSheet>
          <p className="text-muted">{t('public.notice.annex')}</p>
          <h2 className="mb-4 text-center font-serif text-xl font-bold">{annex}</h2>
          <AnnexTable plan={plan} title={annex} agencies={agencies} tasks={tasks} />
        </TableSheet>
      </section>
    </article>
  );
}

/** `/notice?page=2`: the notices as they were issued; a long annex is divided, fifty agencies on a page. */
export default async function NoticePage({ searchParams }: PageProps<'/notice'>) {
  const t = getT();
  const [plans, list, texts, identity] = await Promise.all([
    loadPlans(),
    loadLeadAgencyPage(await searchParams),
    loadNoticeTexts(),
    loadSiteIdentity(),
  ]);
  return (
    <PublicPage column="notice" identity={identity} title={t('public.notice.title')}>
      {plans.length === 0 && <EmptyState title={t('public.plan.empty')} />}
      <div className="grid gap-10">
        {plans.map((plan) => {
          const agencies = list.agencies.filter(({ planCode }) => planCode === plan.code);
          if (agencies.length === 0) return null;
          return <Notice key={plan.code} plan={plan} text={texts.get(plan.code) ?? ''} agencies={agencies} />;
        })}
      </div>
      <ListPages list={list} address={routes.notice()} />
    </PublicPage>
  );
}

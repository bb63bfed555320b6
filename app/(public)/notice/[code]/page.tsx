import { ListPages } from '@/components/plans/list-pages';
import { PeriodTable } from '@/components/plans/period-table';
import { PlanFacts } from '@/components/plans/plan-facts';
import { PublicPage } from '@/components/plans/public-page';
import { Card } from '@/components/ui/card';
import { TableSheet } from '@/components/ui/table-sheet';
import { loadPlanNotice, loadPublicPlan } from '@/lib/plans/lists/loaders';
import { loadNoticeTexts, loadSiteIdentity } from '@/lib/plans/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';
import { pageMetadata } from '../../page-metadata';
import { AnnexedNotice } from '../annexed-notice';

export async function generateMetadata({ params }: PageProps<'/notice/[code]'>) {
  const t = getT();
  const { title, issuedOn, issuer } = await loadPublicPlan((await params).code);
  return pageMetadata({ title, column: t('public.notice.title'), publishedAt: issuedOn, source: issuer });
}

/** `/notice/CODE?page=2`: one plan, with its facts, its periods and its notice as it was issued. */
export default async function PlanNoticePage({ params, searchParams }: PageProps<'/notice/[code]'>) {
  const t = getT();
  const { code } = await params;
  const [{ plan, list }, texts, identity] = await Promise.all([
    loadPlanNotice(code, await searchParams),
    loadNoticeTexts(code),
    loadSiteIdentity(),
  ]);
  return (
    <PublicPage
      column="notice"
      identity={identity}
      title={plan.title}
      trail={[{ label: t('public.notice.title'), href: routes.notice() }]}
      lead={plan.isClosed ? t('public.plan.closed') : undefined}
    >
      <div className="grid gap-8">
        <Card>
          <PlanFacts plan={plan} />
        </Card>
        <TableSheet>
          <PeriodTable plan={plan} />
        </TableSheet>
        <AnnexedNotice plan={plan} text={texts.get(plan.code) ?? ''} agencies={list.agencies} />
      </div>
      <ListPages list={list} address={routes.planNotice(plan.code)} />
    </PublicPage>
  );
}

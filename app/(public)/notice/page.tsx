import { ListPages } from '@/components/plans/list-pages';
import { PublicPage } from '@/components/plans/public-page';
import { EmptyState } from '@/components/ui/empty-state';
import { loadLeadAgencyPage } from '@/lib/plans/lists/loaders';
import { loadNoticeTexts, loadPlans, loadSiteIdentity } from '@/lib/plans/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';
import { pageMetadata } from '../page-metadata';
import { AnnexedNotice } from './annexed-notice';

export async function generateMetadata() {
  const t = getT();
  const [plan] = await loadPlans();
  const column = t('public.notice.title');
  return pageMetadata({ title: plan?.title ?? column, column, publishedAt: plan?.issuedOn, source: plan?.issuer });
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
          return <AnnexedNotice key={plan.code} plan={plan} text={texts.get(plan.code) ?? ''} agencies={agencies} />;
        })}
      </div>
      <ListPages list={list} address={routes.notice()} />
    </PublicPage>
  );
}

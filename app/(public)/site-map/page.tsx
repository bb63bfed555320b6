import { PublicPage } from '@/components/plans/public-page';
import { SiteMapList } from '@/components/plans/site-map-list';
import { loadSiteMap } from '@/lib/plans/lists/loaders';
import { loadPlans, loadSiteIdentity } from '@/lib/plans/loaders';
import { getT } from '@/lib/text/get-t';
import { pageMetadata } from '../page-metadata';

export function generateMetadata() {
  const t = getT();
  return pageMetadata({
    title: t('public.siteMap.title'),
    column: t('public.siteMap.title'),
    description: t('public.siteMap.lead'),
  });
}

export default async function SiteMapPage() {
  const t = getT();
  const [plans, lists, identity] = await Promise.all([loadPlans(), loadSiteMap(), loadSiteIdentity()]);
  return (
    <PublicPage identity={identity} title={t('public.siteMap.title')} lead={t('public.siteMap.lead')}>
      <SiteMapList plans={plans} lists={lists} />
    </PublicPage>
  );
}

import { PublicPage } from '@/components/plans/public-page';
import { SiteMapList } from '@/components/plans/site-map-list';
import { loadPlans, loadSiteIdentity } from '@/lib/plans/loaders';
import { t } from '@/lib/text/translator';
import { pageMetadata } from '../page-metadata';

const title = t('public.siteMap.title');

export const metadata = pageMetadata({ title, column: title, description: t('public.siteMap.lead') });

export default async function SiteMapPage() {
  const [plans, identity] = await Promise.all([loadPlans(), loadSiteIdentity()]);
  return (
    <PublicPage identity={identity} title={title} lead={t('public.siteMap.lead')}>
      <SiteMapList plans={plans} />
    </PublicPage>
  );
}

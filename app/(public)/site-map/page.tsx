import { PublicPage } from '@/components/public/public-page';
import { SiteMapList } from '@/components/public/site-map-list';
import { t } from '@/lib/messages/translator';
import { loadPlans, loadSiteIdentity } from '@/lib/plans/loaders';
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

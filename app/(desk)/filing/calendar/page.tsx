import type { Metadata } from 'next';
import { SubscriptionAddress } from '@/components/calendar/subscription-address';
import { SubscriptionForm } from '@/components/calendar/subscription-form';
import { SubscriptionGuide } from '@/components/calendar/subscription-guide';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { loadCalendarSubscription } from '@/lib/calendar/feed/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('calendar.subscription.title') };
}

/** `/filing/calendar`: the officer's own secret address of the agency's deadlines, for a calendar program. */
export default async function CalendarPage() {
  const t = getT();
  const { address } = await loadCalendarSubscription();
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t('calendar.subscription.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('filing.desk.title'), href: routes.filing() },
          { label: t('calendar.subscription.title') },
        ]}
        lead={t('calendar.subscription.lead')}
      />
      <Card>
        {address ? (
          <SubscriptionAddress address={address} />
        ) : (
          <div className="grid gap-4">
            <p>{t('calendar.subscription.off')}</p>
            <SubscriptionForm change="subscribe" />
          </div>
        )}
      </Card>
      <SubscriptionGuide />
    </div>
  );
}

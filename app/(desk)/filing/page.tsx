import type { Metadata } from 'next';
import { PendingContributions } from '@/components/contributions/pending-contributions';
import { SupportedTasks } from '@/components/contributions/supported-tasks';
import { NothingDue } from '@/components/filing/desk/nothing-due';
import { PlanDesk } from '@/components/filing/desk/plan-desk';
import { YearTable } from '@/components/filing/desk/year-table';
import { ReminderNotices } from '@/components/notifications/reminders/reminder-notices';
import { NoticeBox } from '@/components/ui/notice-box';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { TextLink } from '@/components/ui/text-link';
import { loadContributionDesk } from '@/lib/contributions/loaders';
import { loadFilingDesk } from '@/lib/filing/desk/loaders';
import { loadReminders } from '@/lib/notifications/reminders/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('filing.desk.title') };
}

type EarlierPlans = Awaited<ReturnType<typeof loadFilingDesk>>['earlierPlans'];

function EarlierYears({ plans }: { plans: EarlierPlans }) {
  const t = getT();
  if (plans.length === 0) return null;
  return (
    <section className="mt-14">
      <SectionHeading>{t('filing.overview.year.earlier')}</SectionHeading>
      <div className="grid gap-3">
        {plans.map((plan) => (
          <details key={plan.code} className="card px-5 py-3">
            <summary className="link w-fit">{plan.title}</summary>
            <div className="mt-4">
              <YearTable plan={plan} />
            </div>
          </details>
        ))}
      </div>
    </section>
  );
}

/** `/filing`: the agency's reports. Those due or returned come first, then those filed and the rest of the year. */
export default async function FilingDeskPage({ searchParams }: PageProps<'/filing'>) {
  const t = getT();
  const { agencyName, officers, plans, earlierPlans, isAnythingDue, next } = await loadFilingDesk();
  const [reminders, contributions] = await Promise.all([loadReminders(), loadContributionDesk()]);
  const isSeveral = plans.length > 1;
  return (
    <>
      <PageHeader
        title={t('filing.desk.title')}
        crumbs={[{ label: t('layout.home'), href: routes.home() }, { label: t('filing.desk.title') }]}
        lead={[agencyName, ...(isSeveral ? [] : plans.map(({ title }) => title))].join(' · ')}
        actions={<TextLink href={routes.calendarSubscription()}>{t('calendar.subscription.link')}</TextLink>}
      />
      {(await searchParams).done === 'send-back' && (
        <div className="mb-4">
          <NoticeBox tone="success" title={t('filing.desk.sentBack')} live />
        </div>
      )}
      <ReminderNotices reminders={reminders} />
      <PendingContributions pending={contributions.pending} />
      {!isAnythingDue && (
        <div className="mb-10">
          <NothingDue next={next} />
        </div>
      )}
      {plans.map((plan) => (
        <PlanDesk key={plan.code} plan={plan} officers={officers} isOneOfSeveral={isSeveral} />
      ))}
      <SupportedTasks tasks={contributions.tasks} />
      <EarlierYears plans={earlierPlans} />
    </>
  );
}

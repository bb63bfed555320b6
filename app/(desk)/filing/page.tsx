import type { Metadata } from 'next';
import { PendingContributions } from '@/components/contributions/pending-contributions';
import { SupportedTasks } from '@/components/contributions/supported-tasks';
import { LaterPeriods } from '@/components/filing/later-periods';
import { PeriodCard } from '@/components/filing/period-card';
import { ReminderNotices } from '@/components/reminders/reminder-notices';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadContributionDesk } from '@/lib/contributions/loaders';
import { t } from '@/lib/messages/translator';
import { loadReminders } from '@/lib/reminders/loaders';
import { loadFilingDesk } from '@/lib/reports/loaders';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: t('filing.desk.title') };

/** `/filing`: the agency's periods; those that wait for it on top, those that are not open yet at the end. */
export default async function FilingDeskPage() {
  const { agencyName, planTitles, waiting, handedIn, later } = await loadFilingDesk();
  const [reminders, contributions] = await Promise.all([loadReminders(), loadContributionDesk()]);
  return (
    <>
      <PageHeader
        title={t('filing.desk.title')}
        crumbs={[{ label: t('site.home'), href: routes.home() }, { label: t('filing.desk.title') }]}
        lead={[agencyName, ...planTitles].join(' · ')}
      />
      <ReminderNotices reminders={reminders} />
      <PendingContributions pending={contributions.pending} />
      <div className="grid gap-6">
        {waiting.length === 0 && (
          <EmptyState title={t('filing.desk.nothingDue')}>{t('filing.desk.nothingDueDetails')}</EmptyState>
        )}
        {waiting.map((report) => (
          <PeriodCard key={report.id} report={report} />
        ))}
      </div>
      {handedIn.length > 0 && (
        <section className="mt-10">
          <SectionHeading>{t('filing.desk.handedIn')}</SectionHeading>
          <div className="grid gap-6">
            {handedIn.map((report) => (
              <PeriodCard key={report.id} report={report} />
            ))}
          </div>
        </section>
      )}
      <SupportedTasks tasks={contributions.tasks} />
      <LaterPeriods reports={later} />
    </>
  );
}

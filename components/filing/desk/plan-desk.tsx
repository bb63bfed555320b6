import { NoticeBox } from '@/components/ui/notice-box';
import { SectionHeading } from '@/components/ui/section-heading';
import type { DeskPlan, DeskReport } from '@/lib/filing/desk/desk';
import type { DeskOfficers } from '@/lib/filing/desk/loaders';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';
import { LaterPeriods } from './later-periods';
import { PeriodCard } from './period-card';
import { YearTable } from './year-table';

type PlanDeskProps = {
  plan: DeskPlan;
  officers: DeskOfficers;
  /** True where the agency has several plans; each then has its own title. */
  isOneOfSeveral: boolean;
};

function Cards({ reports, officers, level }: { reports: readonly DeskReport[]; officers: DeskOfficers; level: 2 | 3 }) {
  return (
    <div className="grid gap-6">
      {reports.map((report) => (
        <PeriodCard key={report.id} report={report} officers={officers} level={level} />
      ))}
    </div>
  );
}

/** One plan on the desk: reports that need action, filed reports, future periods, and the year so far. */
export function PlanDesk({ plan, officers, isOneOfSeveral }: PlanDeskProps) {
  const t = useT();
  const level = isOneOfSeveral ? 3 : 2;
  const title = `plan-${plan.code}`;
  return (
    <section {...(isOneOfSeveral && { 'aria-labelledby': title })} className="grid gap-10 [&+&]:mt-14">
      {isOneOfSeveral && (
        <h2 id={title} className="-mb-4 text-xl font-bold">
          {plan.title}
        </h2>
      )}
      {plan.waiting.length > 0 && <Cards reports={plan.waiting} officers={officers} level={level} />}
      {plan.withoutTask.map(({ id, periodCode }) => (
        <NoticeBox key={id} tone="info" title={t('filing.desk.withoutTask', { period: formatPeriod(periodCode) })} />
      ))}
      {plan.handedIn.length > 0 && (
        <section>
          <SectionHeading level={level}>{t('filing.desk.handedIn')}</SectionHeading>
          <Cards reports={plan.handedIn} officers={officers} level={3} />
        </section>
      )}
      <section>
        <SectionHeading level={level}>{t('filing.overview.year.title')}</SectionHeading>
        <YearTable plan={plan} />
      </section>
      <LaterPeriods reports={plan.later} level={level} />
    </section>
  );
}

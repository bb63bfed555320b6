import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { SectionHeading } from '@/components/ui/section-heading';
import type { DeskPlan } from '@/lib/plans/desk/data';
import { formatDate, formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

/** The settings of a plan, as its page says them. */
export function PlanFacts({ plan }: { plan: DeskPlan }) {
  const t = useT();
  const items = [
    { term: t('plans.fields.issuer'), details: plan.issuer },
    { term: t('plans.fields.documentNumber'), details: plan.documentNumber },
    { term: t('plans.fields.issuedOn'), details: formatDate(plan.issuedOn) },
    {
      term: t('plans.fields.days'),
      details: t('plans.fields.daysOf', { firstOn: formatDate(plan.firstOn), lastOn: formatDate(plan.lastOn) }),
    },
    { term: t('plans.fields.rhythm'), details: t(`plans.rhythms.${plan.rhythm}`) },
    { term: t('plans.fields.firstPeriod'), details: plan.firstPeriod ? formatPeriod(plan.firstPeriod) : '' },
    {
      term: t('plans.fields.contact'),
      details: [plan.contactOffice, plan.contactPerson, plan.contactPhone].filter(Boolean).join(' '),
    },
    { term: t('plans.fields.leadsReporting'), details: t(`plans.leadsReporting.${plan.leadsReporting}`) },
    { term: t('plans.fields.afterClosing'), details: t(`plans.afterClosing.${plan.afterClosing}`) },
  ];
  return (
    <Card>
      <SectionHeading>{t('plans.overview.facts')}</SectionHeading>
      <DefinitionList items={items.filter(({ details }) => details !== '')} />
    </Card>
  );
}

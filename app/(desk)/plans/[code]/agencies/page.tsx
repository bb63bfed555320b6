import type { Metadata } from 'next';
import { PlanFrame } from '@/components/plans/desk/plan-frame';
import { PlanGroups } from '@/components/register/plan-groups';
import { PlanNumbersForm } from '@/components/register/plan-numbers-form';
import { PlanNumbersTable } from '@/components/register/plan-numbers-table';
import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadPlanNumbers } from '@/lib/register/numbers/loaders';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('register.numbers.title') };
}

/**
 * `/plans/[code]/agencies`: the agencies of a plan under its numbers, which a draft can change, and the groups that its tasks
 * name. 404 for whoever holds no role of the division for its office.
 */
export default async function PlanAgenciesPage({ params }: PageProps<'/plans/[code]/agencies'>) {
  const t = getT();
  const { plan, agencies, groups, mayRenumber } = await loadPlanNumbers((await params).code);
  return (
    <PlanFrame plan={plan} current="agencies">
      <Card className="grid gap-4">
        <p className="max-w-text text-muted">{t(mayRenumber ? 'register.numbers.lead' : 'register.numbers.fixed')}</p>
        {mayRenumber && agencies.length > 0 ? (
          <PlanNumbersForm plan={plan} agencies={agencies} />
        ) : (
          <PlanNumbersTable agencies={agencies} cells={{ number: ({ number }) => number }} />
        )}
      </Card>
      <Card>
        <SectionHeading>{t('register.numbers.groups')}</SectionHeading>
        <PlanGroups groups={groups} />
      </Card>
    </PlanFrame>
  );
}

import type { Metadata } from 'next';
import { PlanFacts } from '@/components/plans/desk/plan-facts';
import { PlanFrame } from '@/components/plans/desk/plan-frame';
import { loadPlanOfDesk } from '@/lib/plans/desk/loaders';

export async function generateMetadata({ params }: PageProps<'/plans/[code]'>): Promise<Metadata> {
  const { plan } = await loadPlanOfDesk((await params).code);
  return { title: plan.title };
}

/** `/plans/[code]`: what a plan says. 404 for whoever holds no role of the division for its office. */
export default async function PlanPage({ params }: PageProps<'/plans/[code]'>) {
  const { plan } = await loadPlanOfDesk((await params).code);
  return (
    <PlanFrame plan={plan} current="overview">
      <PlanFacts plan={plan} />
    </PlanFrame>
  );
}

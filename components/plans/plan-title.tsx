import { TextLink } from '@/components/ui/text-link';
import type { Plan } from '@/lib/plans/data';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';

/** The title of a plan among others, which leads to its notice and says whether it is closed. */
export function PlanTitle({ plan }: { plan: Plan }) {
  const t = useT();
  return (
    <h3 className="mb-4 text-lg font-bold">
      <TextLink href={routes.planNotice(plan.code)} isTitle>
        {plan.title}
      </TextLink>
      {plan.isClosed && <span className="ml-3 text-sm font-normal text-muted">{t('public.plan.closed')}</span>}
    </h3>
  );
}

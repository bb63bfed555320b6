import { TextLink } from '@/components/ui/text-link';
import type { Plan } from '@/lib/plans/data';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';

/** Links to the tasks before and after, in the order of the annex. */
export function TaskNeighbours({ plan, position }: { plan: Plan; position: number }) {
  const t = useT();
  const previous = plan.tasks.find((task) => task.position === position - 1);
  const next = plan.tasks.find((task) => task.position === position + 1);
  return (
    <nav aria-label={t('public.task.neighbours')} className="no-print flex justify-between gap-4">
      <span>{previous && <TextLink href={routes.task(previous.code)}>‹ {t('public.task.previous')}</TextLink>}</span>
      <span>{next && <TextLink href={routes.task(next.code)}>{t('public.task.next')} ›</TextLink>}</span>
    </nav>
  );
}

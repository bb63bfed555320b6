import { TextLink } from '@/components/ui/text-link';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';

type TaskNeighboursProps = { previous: string | null; next: string | null };

/** Links to the tasks before and after, in the order of the annex. */
export function TaskNeighbours({ previous, next }: TaskNeighboursProps) {
  const t = useT();
  return (
    <nav aria-label={t('public.task.neighbours')} className="no-print flex justify-between gap-4">
      <span>{previous && <TextLink href={routes.task(previous)}>‹ {t('public.task.previous')}</TextLink>}</span>
      <span>{next && <TextLink href={routes.task(next)}>{t('public.task.next')} ›</TextLink>}</span>
    </nav>
  );
}

import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { PlanImportState } from '@/lib/plans/import/loaders';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';
import { StoringProgress } from './storing-progress';

/** An import that is mended no more: its progress while it is being stored, and the plan that has its tasks. */
export function ImportState({ id, status, done, total, plan }: PlanImportState) {
  const t = useT();
  if (status === 'storing')
    return (
      <Card>
        <StoringProgress id={id} done={done} total={total} />
      </Card>
    );
  return (
    <Card>
      <p className="mb-4" role="status">
        {t(status === 'stored' ? 'imports.store.stored' : 'imports.store.discarded')}
      </p>
      {plan && status === 'stored' && <ButtonLink href={routes.plan(plan.code)}>{t('imports.store.open')}</ButtonLink>}
    </Card>
  );
}

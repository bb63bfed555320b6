import type { Route } from 'next';
import { Pagination } from '@/components/ui/pagination';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';
import type { Comparison } from './difference-list';

/** The way to the other pages of the differences, where one page does not list them all; `hint` says how they go on. */
export function DifferencePages({ comparison, hint }: { comparison: Comparison; hint?: string }) {
  const t = useT();
  const { id, page, pageSize, total } = comparison;
  if (total <= pageSize) return null;
  return (
    <div className="grid gap-2">
      {hint && <p className="max-w-text text-sm text-muted">{hint}</p>}
      <Pagination
        page={page}
        pageSize={pageSize}
        total={total}
        totalWords={t('imports.differences.total', { total })}
        addressOf={(number) => `${routes.planImport(id)}?differences=${number}#store` as Route}
      />
    </div>
  );
}

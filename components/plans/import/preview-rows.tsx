import type { Route } from 'next';
import { Pagination } from '@/components/ui/pagination';
import type { PlanImportPreview } from '@/lib/plans/import/loaders';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';
import { PreviewTable } from './preview-table';

type Row = PlanImportPreview['rows'][number];

/** The rows of a page, those of each table together. */
function byTable(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const last = groups[groups.length - 1];
    if (last?.[0] && last[0].table === row.table) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

type PreviewRowsProps = Pick<PlanImportPreview, 'id' | 'rows' | 'tables' | 'page' | 'pageSize' | 'total' | 'only'>;

/** The address of a page of the rows. */
export function previewAddress(id: string, page: number, only: string | null): Route {
  const query = new URLSearchParams({ ...(only && { only }), ...(page > 1 && { page: String(page) }) }).toString();
  return (query ? `${routes.planImport(id)}?${query}` : routes.planImport(id)) as Route;
}

/** One page of what was read, a table for each table of the file. */
export function PreviewRows({ id, rows, tables, page, pageSize, total, only }: PreviewRowsProps) {
  const t = useT();
  return (
    <div className="grid gap-4">
      {byTable(rows).map((group) => (
        <PreviewTable
          key={group[0]?.id}
          importId={id}
          rows={group}
          of={group[0]?.table == null ? undefined : tables[group[0].table]}
        />
      ))}
      <Pagination
        page={page}
        pageSize={pageSize}
        total={total}
        totalWords={t('imports.preview.rowsTotal', { total })}
        addressOf={(number) => `${previewAddress(id, number, only)}#rows` as Route}
      />
    </div>
  );
}

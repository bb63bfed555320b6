import type { Route } from 'next';
import { Pagination } from '@/components/ui/pagination';
import { longPageSize } from '@/lib/schemas/list-address';
import { useT } from '@/lib/text/use-t';

type ListPagesProps = { list: { total: number; page: number; size?: number }; address: Route };

/** The way to the other pages of a public list; nothing where all of it is on one. */
export function ListPages({ list: { total, page, size = longPageSize }, address }: ListPagesProps) {
  const t = useT();
  if (total <= size) return null;
  return (
    <div className="no-print mt-6">
      <Pagination
        totalWords={t('public.pages.total', { count: total })}
        total={total}
        page={page}
        pageSize={size}
        addressOf={(number) => (number === 1 ? address : (`${address}?page=${number}` as Route))}
      />
    </div>
  );
}

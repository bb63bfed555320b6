import type { PlanImportPreview } from '@/lib/plans/import/loaders';
import { formatDate } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

type Row = PlanImportPreview['rows'][number];
type ReadTaskProps = { read: NonNullable<Row['read']>; cells: Row['cells'] };

const namesOf = (units: ReadTaskProps['read']['leads']) =>
  units.map((unit) => (typeof unit === 'string' ? unit : unit.group)).join('、');

function limitOf({ due }: ReadTaskProps['read']): string {
  if (!due) return '';
  return due.on ? `${due.text}（${formatDate(due.on)}）` : due.text;
}

/** The parts of a task as they were taken apart, where the cells of its own row do not show them. */
export function ReadTask({ read, cells }: ReadTaskProps) {
  const t = useT();
  const isTextShown = cells.some(({ text }) => text.includes(read.text));
  const parts = [
    ['heading', read.path.join(' ')],
    ['text', isTextShown ? '' : read.text],
    ['leads', namesOf(read.leads)],
    ['supports', namesOf(read.supports)],
    ['due', limitOf(read)],
  ] as const;
  return (
    <dl className="mt-1 grid gap-x-3 px-1 text-sm sm:grid-cols-[6em_1fr]">
      {parts
        .filter(([, text]) => text !== '')
        .map(([kind, text]) => (
          <div key={kind} className="contents">
            <dt className="text-muted">{t(`imports.kinds.${kind}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

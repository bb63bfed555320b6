'use client';

import type { PlanImportPreview } from '@/lib/plans/import/loaders';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';
import { EditButton } from './edit-button';
import { EditableText } from './editable-text';
import { ReadTask } from './read-task';

type Row = PlanImportPreview['rows'][number];
type Cell = Row['cells'][number];

/** 第3行, 表1第2行, 任务分工第5行 */
function placeWords(t: Translate, { place }: Row): string {
  if (place.added !== undefined) return t('imports.preview.added');
  if (place.table !== undefined) return t('imports.preview.tableRow', { table: place.table, row: place.row ?? 0 });
  if (place.cell !== undefined)
    return t('imports.preview.sheetRow', { sheet: place.sheet ?? '', row: place.cell.replace(/^[A-Z]+/, '') });
  return t('imports.preview.line', { line: place.line ?? 0 });
}

function Problems({ id, problems }: { id: string; problems: Cell['problems'] }) {
  const t = useT();
  if (problems.length === 0) return null;
  return (
    <ul id={id} className="text-sm font-medium">
      {problems.map(({ code, severity, values }) => (
        <li
          key={`${code} ${Object.values(values ?? {}).join(' ')}`}
          className={severity === 'warning' ? 'text-warning' : 'text-danger'}
        >
          {t(severity === 'warning' ? 'imports.preview.warning' : 'imports.preview.error')}：
          {t(`imports.problems.${code}`, values)}
        </li>
      ))}
    </ul>
  );
}

type RowProps = { importId: string; row: Row; labels: readonly string[] };

type CellProps = RowProps & { cell: Cell; column: number };

function CellOf({ importId, row, labels, cell, column }: CellProps) {
  const t = useT();
  const label = labels[column] ?? '';
  const place = placeWords(t, row);
  const id = `problems-${row.id}-${column}`;
  const isWrong = cell.problems.length > 0;
  return (
    <td
      colSpan={cell.span > 1 ? cell.span : undefined}
      data-label={label}
      className={isWrong ? 'bg-danger-soft' : undefined}
    >
      <div>
        <EditableText
          importId={importId}
          text={cell.text}
          label={t('imports.preview.edit', { place, column: label })}
          at={{ kind: 'cell', row: row.id, column }}
          isMuted={cell.isContinued || row.isOut}
          describedBy={isWrong ? id : undefined}
        />
        <Problems id={id} problems={cell.problems} />
        {row.read && column === Math.max(0, labels.indexOf(t('imports.kinds.text'))) && (
          <ReadTask read={row.read} cells={row.cells} />
        )}
        {cell.span > 1 && row.task !== null && (
          <EditButton
            importId={importId}
            change={{ kind: 'split', row: row.id, column }}
            label={`${t('imports.preview.split')}：${place}${label}`}
          >
            {t('imports.preview.split')}
          </EditButton>
        )}
      </div>
    </td>
  );
}

function RowTools({ importId, row }: Omit<RowProps, 'labels'>) {
  const t = useT();
  const place = placeWords(t, row);
  return (
    <div className="no-print grid justify-items-start gap-1">
      <EditButton
        importId={importId}
        change={{ kind: 'row-out', row: row.id, isOut: !row.isOut }}
        label={`${t(row.isOut ? 'imports.preview.takeIn' : 'imports.preview.leaveOut')}：${place}`}
      >
        {t(row.isOut ? 'imports.preview.takeIn' : 'imports.preview.leaveOut')}
      </EditButton>
      <EditButton
        importId={importId}
        change={{ kind: 'row-added', row: 0, after: row.id }}
        label={`${t('imports.preview.addRow')}：${place}`}
      >
        {t('imports.preview.addRow')}
      </EditButton>
    </div>
  );
}

function stateWords(t: Translate, { isOut, isHeader, task }: Row): string {
  if (isOut) return t('imports.preview.out');
  if (isHeader) return t('imports.preview.header');
  return task === null ? t('imports.preview.noTask') : t('imports.preview.task', { number: task });
}

function RowOf({ importId, row, labels }: RowProps) {
  const t = useT();
  return (
    <tr id={`row-${row.id}`} className={row.isHeader ? 'bg-neutral-soft font-medium' : undefined}>
      <th scope="row">
        <span className="block">{placeWords(t, row)}</span>
        <span className="block text-xs font-normal text-muted">{stateWords(t, row)}</span>
        <Problems id={`problems-${row.id}`} problems={row.problems} />
      </th>
      {row.cells.map((cell, column) =>
        cell.span === 0 ? null : (
          <CellOf
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column alone
            key={column}
            importId={importId}
            row={row}
            labels={labels}
            cell={cell}
            column={column}
          />
        ),
      )}
      <td>
        <RowTools importId={importId} row={row} />
      </td>
    </tr>
  );
}

/** The names of the columns: their meaning, else what stands above them. */
function labelsOf(t: Translate, of: PlanImportPreview['tables'][number] | undefined): string[] {
  if (!of) return [t('imports.preview.text')];
  return of.kinds.map((kind, column) =>
    kind
      ? t(`imports.kinds.${kind}`)
      : of.names[column] || t('imports.preview.columnName', { number: column + 1, name: 'none' }),
  );
}

type PreviewTableProps = {
  importId: string;
  rows: readonly Row[];
  of: PlanImportPreview['tables'][number] | undefined;
};

/** Rows of one table of a file as they were read, each cell with its problems; every cell can be changed where it stands. */
export function PreviewTable({ importId, rows, of }: PreviewTableProps) {
  const t = useT();
  const labels = labelsOf(t, of);
  return (
    <div className="overflow-x-auto">
      <table className="data-table card-table preview-table">
        <caption className="sr-only">{t('imports.preview.tableTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('imports.preview.place')}</th>
            {labels.map((label, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
              <th key={column} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">{t('imports.preview.addRow')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RowOf key={row.id} importId={importId} row={row} labels={labels} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

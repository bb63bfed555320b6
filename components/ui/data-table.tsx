import type { ReactNode } from 'react';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'center' | 'end';
  /** As narrow as its content. */
  tight?: boolean;
  /** Left out on paper, where nobody can press it. */
  isOnScreenOnly?: boolean;
  /** The cell is the header of its row. */
  isRowHeader?: boolean;
};

type DataTableProps<Row> = {
  caption: ReactNode;
  /** The caption is for screen readers only, because the page shows the same words right above. */
  captionHidden?: boolean;
  /** Few short columns of equal width, which stay a table on a phone. */
  isNarrow?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  empty?: ReactNode;
};

/** Omitted instead of undefined, because the framework would serialise every undefined into the page. */
function appearanceOf(column: Pick<Column<never>, 'align' | 'tight' | 'isOnScreenOnly'>): { className?: string } {
  const { align, tight, isOnScreenOnly } = column;
  const names = [align && align !== 'start' ? align : '', tight ? 'tight' : '', isOnScreenOnly ? 'no-print' : ''];
  const className = names.filter(Boolean).join(' ');
  return className ? { className } : {};
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const attributes = { ...appearanceOf(column), 'data-label': column.header };
  const content = <div>{column.cell(row)}</div>;
  return column.isRowHeader ? (
    <th scope="row" {...attributes}>
      {content}
    </th>
  ) : (
    <td {...attributes}>{content}</td>
  );
}

/** A real table, shown as one card per row on a phone. */
export function DataTable<Row>({
  caption,
  captionHidden,
  isNarrow,
  columns,
  rows,
  rowKey,
  empty,
}: DataTableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return <div className="py-4 text-muted">{empty}</div>;
  return (
    <table className={isNarrow ? 'data-table narrow-table' : 'data-table card-table'}>
      <caption {...(captionHidden && { className: 'sr-only' })}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" {...appearanceOf(column)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

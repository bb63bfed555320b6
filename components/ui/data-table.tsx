import type { ReactNode } from 'react';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'center' | 'end';
  /** As narrow as what it holds. */
  tight?: boolean;
  /** The cell names its row. */
  isRowHeader?: boolean;
};

type DataTableProps<Row> = {
  caption: ReactNode;
  /** The caption is for listeners only: the page shows the same words right above. */
  captionHidden?: boolean;
  /** Few and short columns, all equally wide, which stay a table on a phone. */
  isNarrow?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  empty?: ReactNode;
};

/** Left out rather than undefined: the framework would write every undefined into the page. */
function looksOf({ align, tight }: Pick<Column<never>, 'align' | 'tight'>): { className?: string } {
  const className = [align && align !== 'start' ? align : '', tight ? 'tight' : ''].filter(Boolean).join(' ');
  return className ? { className } : {};
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const attributes = { ...looksOf(column), 'data-label': column.header };
  const content = <div>{column.cell(row)}</div>;
  return column.isRowHeader ? (
    <th scope="row" {...attributes}>
      {content}
    </th>
  ) : (
    <td {...attributes}>{content}</td>
  );
}

/** A real table, which on a phone reads as one card a row. */
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
            <th key={column.key} scope="col" {...looksOf(column)}>
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

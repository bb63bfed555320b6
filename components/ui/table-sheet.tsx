import type { ReactNode } from 'react';

/** A white sheet around a table; on a phone the table's rows are sheets of their own. */
export function TableSheet({ children }: { children: ReactNode }) {
  return <div className="table-sheet">{children}</div>;
}

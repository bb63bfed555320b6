import type { ReactNode } from 'react';

/** A white sheet around a table; on a phone each row is a sheet. */
export function TableSheet({ children }: { children: ReactNode }) {
  return <div className="table-sheet">{children}</div>;
}

'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { useT } from '@/lib/text/use-division-t';

type NextProblemProps = {
  /** The rows of this page that have problems. */
  here: readonly number[];
  /** The address of the next page that has one, at its row; null where there is none elsewhere. */
  elsewhere: string | null;
};

const rowElement = (id: number) => document.getElementById(`row-${id}`);

/** Focuses the cell with the problem, and shows its row. */
function show(element: HTMLElement | null): void {
  const cell = element?.querySelector<HTMLElement>('td.bg-danger-soft button') ?? element?.querySelector('button');
  element?.scrollIntoView({ block: 'center' });
  cell?.focus({ preventScroll: true });
}

/** The problem after the focused row, on this page or on the next one that has any. */
export function NextProblem({ here, elsewhere }: NextProblemProps) {
  const t = useT();
  const last = useRef<Element | null>(null);
  useEffect(() => {
    if (!location.hash.startsWith('#row-')) return;
    last.current = document.getElementById(location.hash.slice(1));
    show(last.current as HTMLElement | null);
  }, []);
  const go = () => {
    const ids = here.filter((id) => {
      const row = rowElement(id);
      return row && (!last.current || last.current.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING);
    });
    const next = ids[0] ?? (elsewhere === null ? here[0] : undefined);
    if (next === undefined) {
      if (elsewhere !== null) location.assign(elsewhere);
      return;
    }
    const row = rowElement(next);
    last.current = row;
    show(row);
  };
  if (here.length === 0 && elsewhere === null) return <span className="text-muted">{t('imports.preview.noNext')}</span>;
  return (
    <Button variant="secondary" onClick={go}>
      {t('imports.preview.next')}
    </Button>
  );
}

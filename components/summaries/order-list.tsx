'use client';

import { useRef } from 'react';
import { useT } from '@/lib/text/use-division-t';
import { OrderRow } from './order-row';
import { SummaryProblem } from './summary-problem';
import { type OrderedUnit, useOrder } from './use-order';

type OrderListProps = { summaryId: string; orderVersion: number; count: number; units: readonly OrderedUnit[] };

/** The units in order, each of which can be moved. */
export function OrderList({ summaryId, orderVersion, count, units }: OrderListProps) {
  const t = useT();
  const { state, action, onSubmit, isPending, isReady, said, move } = useOrder({ summaryId, orderVersion, count });
  const dragged = useRef<OrderedUnit | null>(null);
  return (
    <form action={action} onSubmit={onSubmit} aria-busy={isPending}>
      <SummaryProblem state={state} part="order" />
      <p role="status" className="sr-only">
        {said}
      </p>
      <input type="hidden" name="summaryId" value={summaryId} />
      <input type="hidden" name="orderVersion" value={orderVersion} />
      <p className="mb-3 max-w-text text-sm text-muted">{t('summaries.order.hint')}</p>
      <ol>
        {units.map((unit) => (
          <OrderRow
            key={unit.id}
            unit={unit}
            count={count}
            isReady={isReady}
            isPending={isPending}
            onMove={(to) => move(unit, to)}
            onDragStart={() => {
              dragged.current = unit;
            }}
            onDrop={() => {
              if (dragged.current) move(dragged.current, unit.position);
              dragged.current = null;
            }}
          />
        ))}
      </ol>
    </form>
  );
}

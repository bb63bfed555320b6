'use client';

import { useEffect, useRef, useState } from 'react';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { moveUnitAction } from '@/lib/summaries/actions';
import { useT } from '@/lib/text/use-division-t';

export type OrderedUnit = { id: string; position: number; name: string };

export const handleId = (unitId: string) => `move-${unitId}`;

type Order = { summaryId: string; orderVersion: number; count: number };

/**
 * Moves units by any of these means; after a move by the handle, the focus stays on it and the new position is
 * announced.
 */
export function useOrder({ summaryId, orderVersion, count }: Order) {
  const t = useT();
  const { send, ...form } = useFormAction(moveUnitAction, nothingTyped);
  const { state, isPending } = form;
  const [said, setSaid] = useState('');
  // Dragging and keys need scripts.
  const [isReady, setIsReady] = useState(false);
  const moved = useRef<{ unit: OrderedUnit; to: number } | null>(null);
  useEffect(() => setIsReady(true), []);
  useEffect(() => {
    if (state.status !== 'done' || !moved.current) return;
    const { unit, to } = moved.current;
    moved.current = null;
    setSaid(t('summaries.order.moved', { name: unit.name, place: to }));
    document.getElementById(handleId(unit.id))?.focus();
  }, [state, t]);
  const move = (unit: OrderedUnit, to: number) => {
    if (isPending || to < 1 || to > count || to === unit.position) return;
    moved.current = { unit, to };
    const formData = new FormData();
    formData.set('summaryId', summaryId);
    formData.set('orderVersion', String(orderVersion));
    formData.set('move', `${unit.position}-${to}`);
    send(formData);
  };
  return { ...form, isReady, said, move };
}

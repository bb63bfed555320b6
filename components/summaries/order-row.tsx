'use client';

import type { DragEvent, KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { useT } from '@/lib/text/use-division-t';
import { handleId, type OrderedUnit } from './use-order';

type OrderRowProps = {
  unit: OrderedUnit;
  count: number;
  /** Scripts run, so the row can be dragged and moved by keys. */
  isReady: boolean;
  isPending: boolean;
  onMove: (to: number) => void;
  onDragStart: () => void;
  onDrop: () => void;
};

const steps: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 };

/** The handle of a row, which drags it and moves it by arrow keys. */
function Handle({ unit, onMove }: Pick<OrderRowProps, 'unit' | 'onMove'>) {
  const t = useT();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    onMove(unit.position + step);
  };
  return (
    <button
      type="button"
      id={handleId(unit.id)}
      aria-keyshortcuts="ArrowUp ArrowDown"
      onKeyDown={onKeyDown}
      className="min-h-11 min-w-11 cursor-grab rounded-md text-xl text-muted hover:bg-accent-soft"
    >
      <span aria-hidden="true">⠿</span>
      <span className="sr-only">{t('summaries.order.handle', { name: unit.name })}</span>
    </button>
  );
}

/** One unit: it can be dragged, moved by keys, or moved by buttons that work without scripts. */
export function OrderRow({ unit, count, isReady, isPending, onMove, onDragStart, onDrop }: OrderRowProps) {
  const t = useT();
  const { position, name } = unit;
  const onOver = (event: DragEvent) => event.preventDefault();
  const button = (to: number, label: string) => (
    <Button
      type="submit"
      variant="quiet"
      name="move"
      value={`${position}-${to}`}
      disabled={to < 1 || to > count}
      aria-disabled={isPending || undefined}
      className="px-3"
    >
      {label}
      <span className="sr-only"> {name}</span>
    </Button>
  );
  return (
    <li
      draggable={isReady}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', name);
        onDragStart();
      }}
      onDragOver={onOver}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
      className="flex flex-wrap items-center gap-x-3 border-b border-line py-1 last:border-0"
    >
      {isReady && <Handle unit={unit} onMove={onMove} />}
      <span className="w-12 shrink-0 text-right tabular-nums text-muted">{position}</span>
      <span className="min-w-0 flex-1 basis-40">{name}</span>
      <span className="ml-auto flex">
        {button(position - 1, t('summaries.order.up'))}
        {button(position + 1, t('summaries.order.down'))}
      </span>
    </li>
  );
}

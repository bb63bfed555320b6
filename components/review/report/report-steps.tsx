'use client';

import type { Route } from 'next';
import { useRef } from 'react';
import { useT } from '@/lib/text/use-division-t';
import { turnShortcuts, useShortcut, useShortcutsOn } from './shortcuts';

/** The address of a step, and the name of the report there. */
export type Step = { href: Route; name: string };

const keys = { previous: 'p', next: 'n' } as const;

function Key({ name }: { name: string }) {
  return (
    <kbd className="rounded-sm border border-line-strong bg-surface px-1.5 font-mono text-xs text-ink">
      {name.toUpperCase()}
    </kbd>
  );
}

function StepLink({ kind, step }: { kind: keyof typeof keys; step: Step | null }) {
  const t = useT();
  const link = useRef<HTMLAnchorElement>(null);
  const isOn = useShortcutsOn();
  useShortcut(keys[kind], () => link.current?.click());
  if (!step) {
    return <span className="text-muted">{t(kind === 'next' ? 'review.steps.noNext' : 'review.steps.noPrevious')}</span>;
  }
  return (
    <a
      ref={link}
      href={step.href}
      rel={kind === 'next' ? 'next' : 'prev'}
      aria-keyshortcuts={isOn ? keys[kind].toUpperCase() : undefined}
      className="link"
    >
      {t(`review.steps.${kind}`)}：{step.name}
    </a>
  );
}

function Legend({ canAccept }: { canAccept: boolean }) {
  const t = useT();
  const isOn = useShortcutsOn();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
      <label className="flex min-h-11 cursor-pointer items-center gap-2 font-medium">
        <input
          type="checkbox"
          className="size-4"
          checked={isOn}
          onChange={(event) => turnShortcuts(event.currentTarget.checked)}
        />
        {t('review.keys.enable')}
      </label>
      {isOn && (
        <>
          {(['previous', 'next'] as const).map((kind) => (
            <span key={kind}>
              <Key name={keys[kind]} /> {t(`review.keys.${kind}`)}
            </span>
          ))}
          {canAccept && (
            <span>
              <Key name="a" /> {t('review.keys.accept')}
            </span>
          )}
          <span>{t('review.keys.fields')}</span>
        </>
      )}
    </div>
  );
}

type ReportStepsProps = { previous: Step | null; next: Step | null; canAccept: boolean };

/** Links to the reports before and after this one in the list, with their keys. */
export function ReportSteps({ previous, next, canAccept }: ReportStepsProps) {
  const t = useT();
  return (
    <div className="no-print -mt-2 grid gap-1">
      <nav aria-label={t('review.steps.label')} className="flex flex-wrap justify-between gap-x-6 gap-y-1">
        <StepLink kind="previous" step={previous} />
        <StepLink kind="next" step={next} />
      </nav>
      <Legend canAccept={canAccept} />
    </div>
  );
}

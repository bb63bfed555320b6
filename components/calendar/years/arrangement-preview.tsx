'use client';

import { useEffect, useRef } from 'react';
import { NoticeBox } from '@/components/ui/notice-box';
import { type ArrangementProblem, isDoubt, isTakeable } from '@/lib/domain/calendar/arrangement';
import type { Refusal } from '@/lib/domain/refusal';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';
import { DayTable } from './day-table';
import { YearMonths } from './month-grid';
import { MoveTable } from './move-table';

export type Preview = Extract<Refusal, { code: 'arrangement-read' }>;

const problemWords = (t: Translate, { code, phrase, expected, found }: ArrangementProblem) =>
  t(`workCalendar.problems.${code}`, { phrase, expected, found });

function Problems({ problems, tone }: { problems: readonly ArrangementProblem[]; tone: 'danger' | 'warning' }) {
  const t = useT();
  if (problems.length === 0) return null;
  return (
    <NoticeBox tone={tone} title={t(`workCalendar.preview.${tone}`, { count: problems.length })}>
      <ul className="list-disc pl-5">
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.phrase} ${problem.expected} ${problem.found}`}>
            {problemWords(t, problem)}
          </li>
        ))}
      </ul>
    </NoticeBox>
  );
}

/** The reading of a text: its problems, the year with its days, what was passed over, the deadlines that would move. */
export function ArrangementPreview({ preview: { arrangement, moves } }: { preview: Preview }) {
  const t = useT();
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading is a new answer
  useEffect(() => box.current?.focus(), [arrangement]);
  const { year, source, days, passedOver, problems } = arrangement;
  const isGood = isTakeable(arrangement);
  return (
    <section ref={box} tabIndex={-1} aria-label={t('workCalendar.preview.title')} className="grid gap-4">
      <Problems problems={problems.filter((problem) => !isDoubt(problem))} tone="danger" />
      <Problems problems={problems.filter(isDoubt)} tone="warning" />
      {isGood && (
        <NoticeBox tone="info" title={t('workCalendar.preview.read', { source })} live>
          <p>
            {t('workCalendar.preview.counts', {
              off: days.filter(({ kind }) => kind === 'statutory_holiday').length,
              worked: days.filter(({ kind }) => kind === 'makeup_workday').length,
            })}
          </p>
          {passedOver.length > 0 && <p>{t('workCalendar.preview.passedOver', { sentences: passedOver.join('；') })}</p>}
        </NoticeBox>
      )}
      {days.length > 0 && (
        <>
          <YearMonths year={year} days={days} />
          <details open={!isGood || undefined}>
            <summary className="cursor-pointer font-medium">
              {t('workCalendar.preview.days', { count: days.length })}
            </summary>
            <DayTable year={year} caption={t('workCalendar.preview.days', { count: days.length })} days={days} />
          </details>
        </>
      )}
      {isGood && (
        <div className="grid gap-2">
          <p className="font-bold">{t('workCalendar.preview.moves', { count: moves.length })}</p>
          {moves.length > 0 && <MoveTable moves={moves} />}
          <p className="text-sm text-muted">{t('workCalendar.preview.movesHint')}</p>
        </div>
      )}
    </section>
  );
}

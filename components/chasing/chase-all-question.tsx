'use client';

import { useEffect, useRef } from 'react';
import { NoticeBox } from '@/components/ui/notice-box';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Refusal } from '@/lib/domain/refusal';
import { useT } from '@/lib/text/use-t';

type Question = Extract<Refusal, { code: 'chasing-all' }>;

/** Asks, with the names of the agencies, whether all of them are meant; it takes the focus, so that nobody misses it. */
export function ChaseAllQuestion({ question }: { question: Question }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const { reports, skipped } = question;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same question again is a new answer
  useEffect(() => box.current?.focus(), [question]);
  return (
    <div ref={box} tabIndex={-1} className="scroll-mt-6">
      <NoticeBox tone="warning" title={t('chasing.form.confirmTitle', { count: reports.length })} live>
        <p>{reports.map(({ agencyName }) => agencyName).join('、')}</p>
        {skipped > 0 && <p>{t('chasing.form.confirmSkipped', { count: skipped })}</p>}
        {reports.map(({ id }) => (
          <input key={id} type="hidden" name="named" value={id} />
        ))}
        <div className="mt-3">
          <SubmitButton name="selection" value="named">
            {t('chasing.form.confirm', { count: reports.length })}
          </SubmitButton>
        </div>
      </NoticeBox>
    </div>
  );
}

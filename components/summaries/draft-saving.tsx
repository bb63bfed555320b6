'use client';

import { routes } from '@/lib/routes';
import { formatTime } from '@/lib/text/format';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';
import { isStale, type Saving } from './draft-autosave';

type DraftSavingProps = {
  saving: Saving;
  /** Whether the browser keeps what is not saved. */
  isKept: boolean;
  part: 'passage' | 'frame';
};

function wordsOf(t: Translate, { saving, isKept, part }: DraftSavingProps): string {
  const kept = t(isKept ? 'autosave.kept' : 'autosave.notKept');
  if (isStale(saving)) return t(`summaries.stale.${part}`);
  switch (saving.kind) {
    case 'untouched':
      return '';
    case 'soon':
      return t('autosave.soon', { kept });
    case 'saving':
      return t('autosave.saving');
    case 'saved':
      return t('autosave.allSaved', { time: formatTime(new Date(saving.at)) });
    case 'invalid':
      return t('summaries.invalid', { kept });
    case 'unreachable':
    case 'busy':
    case 'away':
    case 'full':
      return t(`autosave.trouble.${saving.kind}`, { kept });
    case 'refused':
      if (saving.refusal.code === 'signed-out') return t('autosave.trouble.signed-out', { kept });
      return saving.refusal.code === 'not-found' ? t('summaries.gone') : refusalSentence(t, saving.refusal);
  }
}

/** Says in one line whether what is written is saved; only what needs its author is announced. */
export function DraftSaving(props: DraftSavingProps) {
  const t = useT();
  const { saving } = props;
  const words = wordsOf(t, props);
  const isWell = ['untouched', 'soon', 'saving', 'saved'].includes(saving.kind);
  const isSignedOut = saving.kind === 'refused' && saving.refusal.code === 'signed-out';
  return (
    <p
      data-saving
      role={isWell ? undefined : 'alert'}
      className={isWell ? 'text-sm text-muted' : 'max-w-text font-medium text-danger'}
    >
      {words}
      {isSignedOut && (
        <a href={routes.signIn()} target="_blank" rel="noreferrer" className="link ml-2">
          {t('filing.problem.signInAgain')}
        </a>
      )}
    </p>
  );
}

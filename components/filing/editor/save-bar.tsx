'use client';

import type { RefObject } from 'react';
import { useRunningUploads } from '@/components/evidence/use-uploads';
import type { Trouble } from '@/components/filing/editor/autosave/autosave';
import { type FieldState, isUnsaved } from '@/components/filing/editor/autosave/field-states';
import { TimeLeftText } from '@/components/reports/countdown/time-left-text';
import { StatusTag } from '@/components/reports/status-tag';
import { buttonClass } from '@/components/ui/button';
import type { ReportWithStatus } from '@/lib/filing/data';
import { routes } from '@/lib/routes';
import { deadlineWords } from '@/lib/text/deadline-words';
import { formatInstant, formatTime } from '@/lib/text/format';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import type { Hindrance } from './use-submit';

export type LastSaved = { at: Date; by: string } | null;

type SaveBarProps = {
  report: ReportWithStatus;
  lastSaved: LastSaved;
  states: readonly FieldState[];
  trouble: Trouble;
  hindrance: Hindrance | null;
  /** The field that was last focused. */
  lastField: RefObject<string>;
  bar: RefObject<HTMLDivElement | null>;
};

function troubleWords(t: Translate, trouble: NonNullable<Trouble>, kept: string): string {
  return trouble.kind === 'refused'
    ? refusalSentence(t, trouble.refusal)
    : t(`autosave.trouble.${trouble.kind}`, { kept });
}

type SavingProps = Pick<SaveBarProps, 'lastSaved' | 'states' | 'trouble' | 'hindrance'> & { running: number };

type Saving = { words: string; isWell: boolean };

/** The state of the whole report in one sentence, anything that needs its author first. */
function savingOf(t: Translate, { lastSaved, states, trouble, hindrance, running }: SavingProps): Saving {
  const conflicts = states.filter((state) => state.conflict).length;
  const isKept = states.every((state) => state.isKept || !isUnsaved(state));
  const kept = t(isKept ? 'autosave.kept' : 'autosave.notKept');
  if (trouble) return { words: troubleWords(t, trouble, kept), isWell: false };
  if (conflicts > 0) return { words: t('autosave.conflicts', { count: conflicts }), isWell: false };
  if (states.some((state) => state.isTooLong)) return { words: t('autosave.someTooLong'), isWell: false };
  if (states.some((state) => state.isSending)) return { words: t('autosave.saving'), isWell: true };
  if (states.some(isUnsaved)) return { words: t('autosave.soon', { kept }), isWell: isKept };
  if (hindrance)
    return { words: t(`autosave.hindrance.${hindrance}`, { count: running }), isWell: hindrance === 'uploading' };
  const own = states
    .flatMap(({ at, by }) => (by === '' && at) || [])
    .sort()
    .pop();
  if (own) return { words: t('autosave.allSaved', { time: formatTime(new Date(own)) }), isWell: true };
  if (!lastSaved) return { words: t('filing.editor.neverSaved'), isWell: true };
  return { words: t('filing.editor.lastSaved', { at: formatInstant(lastSaved.at), by: lastSaved.by }), isWell: true };
}

/** A link to the sign-in page, and from there back to the field that was last focused. */
function SignInAgain({ reportId, lastField }: { reportId: string; lastField: RefObject<string> }) {
  const t = useT();
  const page = routes.report(reportId);
  return (
    <a
      href={routes.signIn(page)}
      className="link ml-2"
      onClick={(event) => {
        if (lastField.current) event.currentTarget.href = routes.signIn(`${page}#${lastField.current}`);
      }}
    >
      {t('autosave.signInAgain')}
    </a>
  );
}

/** The two next steps; aria-disabled, because a disabled button would lose the keyboard's focus while it works. */
function Steps({ isPending }: { isPending: boolean }) {
  const t = useT();
  return (['save', 'check'] as const).map((intent) => (
    <button
      key={intent}
      type="submit"
      name="intent"
      value={intent}
      aria-disabled={isPending}
      {...(intent === 'save' && { title: 'Ctrl+S', 'aria-keyshortcuts': 'Control+S' })}
      className={buttonClass(intent === 'save' ? 'secondary' : 'primary', 'min-h-10! px-3! py-1! whitespace-nowrap')}
    >
      {t(intent === 'save' ? 'commands.save' : 'filing.editor.saveAndCheck')}
    </button>
  ));
}

/**
 * Always visible, one line of 48 pixels: the time left, whether everything is saved, and the two next steps. What needs
 * its author stands in full in a line above.
 */
export function SaveBar({ bar, report, lastField, ...saving }: SaveBarProps) {
  const t = useT();
  const { words, isWell } = savingOf(t, { ...saving, running: useRunningUploads() });
  const isPending = saving.states.some((state) => state.isSending);
  return (
    <div
      ref={bar}
      className="no-print sticky bottom-0 z-10 -mx-4 mt-6 border-t border-line-strong bg-surface px-4 text-sm shadow-[0_-2px_8px_rgb(18_38_63/8%)] md:mx-0 md:rounded-t-lg md:border-r md:border-l"
    >
      {!isWell && (
        <p data-saving className="pt-1 font-medium text-danger">
          {words}
          {saving.trouble?.kind === 'signed-out' && <SignInAgain reportId={report.id} lastField={lastField} />}
        </p>
      )}
      <div className="flex h-12 items-center gap-x-4">
        <span className="max-md:hidden">
          <StatusTag status={report.status} />
        </span>
        <span className="whitespace-nowrap max-lg:hidden">
          {t('filing.editor.dueOn', { deadline: deadlineWords(report.dueOn, report.period.rule) })}
        </span>
        {report.countdown && <TimeLeftText countdown={report.countdown} />}
        {isWell && (
          <p data-saving title={words} className="min-w-0 flex-1 truncate text-muted max-sm:sr-only">
            {words}
          </p>
        )}
        {/* Announced only when it matters; announcing every save would be too much. */}
        <p role="alert" className="sr-only">
          {isWell ? '' : words}
        </p>
        <div className="ml-auto flex gap-2">
          <Steps isPending={isPending} />
        </div>
      </div>
    </div>
  );
}

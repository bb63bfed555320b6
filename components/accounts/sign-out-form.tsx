'use client';

import { type FormEvent, useRef, useState, useTransition } from 'react';
import { clearKeptTexts, countKeptTexts } from '@/components/forms/kept-texts/kept-texts';
import { leaveWithoutQuestion, saveEverything } from '@/components/forms/kept-texts/leaving';
import { forgetSignedInName } from '@/components/forms/kept-texts/signed-in-name';
import { Button } from '@/components/ui/button';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';

type LeftBehind = { kept: number; questions: string[] };

/** Ends the session and loads the sign-in page. */
async function leave(): Promise<void> {
  await fetch(routes.signOut(), { method: 'POST', redirect: 'manual' });
  forgetSignedInName();
  leaveWithoutQuestion();
  window.location.assign(routes.signIn());
}

type QuestionProps = { left: LeftBehind; clear: () => void; keep: () => void; stay: () => void };

/** Says what is not saved yet, and lets its author choose what becomes of it. */
function Question({ left, clear, keep, stay }: QuestionProps) {
  const t = useT();
  return (
    <div className="grid gap-4 p-6">
      <h2 id="sign-out-question" className="text-lg font-bold">
        {t('accounts.signOut.title')}
      </h2>
      {left.questions.map((question) => (
        <p key={question} className="font-medium text-danger">
          {question}
        </p>
      ))}
      {left.kept > 0 && <p>{t('accounts.signOut.kept', { count: left.kept })}</p>}
      <div className="flex flex-wrap gap-3">
        <Button onClick={stay}>{t('accounts.signOut.stay')}</Button>
        {left.kept > 0 && (
          <Button variant="secondary" onClick={keep}>
            {t('accounts.signOut.keep')}
          </Button>
        )}
        <Button variant="danger" onClick={clear}>
          {t(left.kept > 0 ? 'accounts.signOut.clear' : 'accounts.signOut.anyway')}
        </Button>
      </div>
    </div>
  );
}

/**
 * Signs out. Everything on the page is saved first; if something stays unsaved, it asks whether it is to be cleared
 * from this browser, because another person may use a shared computer next.
 */
export function SignOutForm({ accountId }: { accountId: string }) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const [left, setLeft] = useState<LeftBehind | null>(null);
  const [, startTransition] = useTransition();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const questions = await saveEverything();
    const kept = await countKeptTexts(accountId);
    if (kept === 0 && questions.length === 0) return startTransition(leave);
    setLeft({ kept, questions });
    dialog.current?.showModal();
  };
  const clear = () => startTransition(() => clearKeptTexts(accountId).then(leave));
  return (
    <>
      <form method="post" action={routes.signOut()} onSubmit={submit}>
        <Button type="submit" variant="quiet" className="px-3">
          {t('layout.signOut')}
        </Button>
      </form>
      <dialog
        ref={dialog}
        aria-labelledby="sign-out-question"
        className="m-auto w-[calc(100%-2rem)] max-w-lg rounded-lg border border-line-strong bg-surface p-0 text-ink"
      >
        {left && (
          <Question
            left={left}
            clear={clear}
            keep={() => startTransition(leave)}
            stay={() => dialog.current?.close()}
          />
        )}
      </dialog>
    </>
  );
}

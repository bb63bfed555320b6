'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { countKeptTexts } from '@/components/forms/kept-texts/kept-texts';
import { signedInName } from '@/components/forms/kept-texts/signed-in-name';
import { secret, useFormAction } from '@/components/forms/use-form-action';
import { TextField } from '@/components/ui/field';
import { NoticeBox } from '@/components/ui/notice-box';
import { SubmitButton } from '@/components/ui/submit-button';
import { signInAction } from '@/lib/accounts/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-t';

/** Fills in the name of an account whose session has ended in this tab; says whether this browser keeps its texts. */
function useEndedSession(form: RefObject<HTMLFormElement | null>): boolean {
  const [hasTexts, setHasTexts] = useState(false);
  useEffect(() => {
    const account = signedInName();
    const field = (name: string) => form.current?.elements.namedItem(name) as HTMLInputElement;
    // A browser that was given an anchor focuses its target instead.
    if (!form.current?.contains(document.activeElement)) field('userName').focus();
    if (!account || field('userName').value !== '') return;
    field('userName').value = account.userName;
    field('password').focus();
    void countKeptTexts(account.accountId).then((count) => setHasTexts(count > 0));
  }, [form]);
  return hasTexts;
}

/** The anchor of a page that was requested before signing in: browsers keep it when they are redirected. */
function useAnchor(): string {
  const [anchor, setAnchor] = useState('');
  useEffect(() => setAnchor(window.location.hash), []);
  return anchor;
}

/** User name and password; the form works without scripts. */
export function SignInForm({ next }: { next?: string }) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const { state, action, onSubmit } = useFormAction(signInAction, secret);
  const hasTexts = useEndedSession(form);
  const anchor = useAnchor();
  return (
    <form ref={form} action={action} onSubmit={onSubmit} noValidate>
      <FormProblem
        state={state}
        fields={[
          { name: 'userName', id: 'userName', label: t('accounts.userName') },
          { name: 'password', id: 'password', label: t('accounts.password') },
        ]}
      />
      {next && <input type="hidden" name="next" value={next.includes('#') ? next : next + anchor} />}
      <div className="grid gap-5">
        {hasTexts && <NoticeBox tone="info">{t('accounts.signIn.kept')}</NoticeBox>}
        <TextField
          label={t('accounts.userName')}
          name="userName"
          autoFocus
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={50}
          defaultValue={typedIn(state).userName}
          error={fieldError(t, state, 'userName')}
        />
        <TextField
          label={t('accounts.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={200}
          error={fieldError(t, state, 'password')}
        />
        <SubmitButton pendingText={t('accounts.signIn.pending')}>{t('accounts.signIn.submit')}</SubmitButton>
      </div>
    </form>
  );
}

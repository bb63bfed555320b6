'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { useFormAction } from '@/components/forms/use-form-action';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { signInAction } from '@/lib/accounts/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-t';

/** User name and password; the form works without scripts. */
export function SignInForm({ next }: { next?: string }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(signInAction);
  return (
    <form action={action} onSubmit={onSubmit} noValidate>
      <FormProblem
        state={state}
        fields={[
          { name: 'userName', id: 'userName', label: t('accounts.userName') },
          { name: 'password', id: 'password', label: t('accounts.password') },
        ]}
      />
      {next && <input type="hidden" name="next" value={next} />}
      <div className="grid gap-5">
        <TextField
          label={t('accounts.userName')}
          name="userName"
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

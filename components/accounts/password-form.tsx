'use client';

import { DoneLine, useRound } from '@/components/forms/done-line';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { secret, useFormAction } from '@/components/forms/use-form-action';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { changePasswordAction } from '@/lib/accounts/actions';
import { passwordClasses } from '@/lib/domain/accounts/password-policy';
import { routes } from '@/lib/routes';
import type { FormState } from '@/lib/schemas/form-state';
import { chineseNumber } from '@/lib/text/chinese-number';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

/** Needed because the catalogue's sentence is about signing in, where the user name may be wrong as well. */
function sentenceOf(t: Translate, state: FormState): string | undefined {
  const isWrong = state.status === 'refused' && state.refusal.code === 'wrong-password';
  return isWrong ? t('accounts.password-page.wrong') : undefined;
}

/** Changes one's own password, which ends all other sessions of the account. */
export function PasswordForm({ userName, length }: { userName: string; length: number }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(changePasswordAction, secret);
  const round = useRound(state);
  return (
    <form action={action} onSubmit={onSubmit} noValidate>
      <FormProblem
        state={state}
        sentence={sentenceOf(t, state)}
        fields={[
          { name: 'currentPassword', id: 'currentPassword', label: t('accounts.currentPassword') },
          { name: 'newPassword', id: 'newPassword', label: t('accounts.newPassword') },
        ]}
      />
      {/* Tells a password manager to which account this password belongs. */}
      <input type="text" name="userName" autoComplete="username" value={userName} readOnly hidden />
      <DoneLine state={state}>
        {t('accounts.password-page.done')}{' '}
        <a href={routes.desk()} className="link">
          {t('accounts.password-page.goOn')}
        </a>
      </DoneLine>
      <div key={round} className="mt-5 grid gap-5">
        <TextField
          label={t('accounts.currentPassword')}
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          maxLength={200}
          error={fieldError(t, state, 'currentPassword')}
        />
        <TextField
          label={t('accounts.newPassword')}
          hint={t('accounts.password-page.rule', { length, classes: chineseNumber(passwordClasses) })}
          name="newPassword"
          type="password"
          autoComplete="new-password"
          maxLength={200}
          error={fieldError(t, state, 'newPassword')}
        />
        <div>
          <SubmitButton>{t('accounts.password-page.submit')}</SubmitButton>
        </div>
      </div>
    </form>
  );
}

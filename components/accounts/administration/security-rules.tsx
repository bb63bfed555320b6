import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { SectionHeading } from '@/components/ui/section-heading';
import { passwordClasses } from '@/lib/domain/accounts/password-policy';
import { chineseNumber } from '@/lib/text/chinese-number';
import { useT } from '@/lib/text/use-t';

type Bounds = { everyone: number; administrators: number };

type SecurityRulesProps = {
  rules: {
    idleMinutes: Bounds;
    sessionHours: number;
    passwordLength: Bounds;
    wrongPasswords: { account: number; address: number; minutes: number };
  };
};

/** The security rules in force. */
export function SecurityRules({ rules }: SecurityRulesProps) {
  const t = useT();
  return (
    <Card>
      <SectionHeading aside={t('accounts.administration.security.lead')}>
        {t('accounts.administration.security.title')}
      </SectionHeading>
      <DefinitionList
        items={[
          {
            term: t('accounts.administration.security.idle'),
            details: t('accounts.administration.security.idleDetails', rules.idleMinutes),
          },
          {
            term: t('accounts.administration.security.session'),
            details: t('accounts.administration.security.sessionDetails', { hours: rules.sessionHours }),
          },
          {
            term: t('accounts.administration.security.wrong'),
            details: t('accounts.administration.security.wrongDetails', rules.wrongPasswords),
          },
          {
            term: t('accounts.administration.security.password'),
            details: t('accounts.administration.security.passwordDetails', {
              ...rules.passwordLength,
              classes: chineseNumber(passwordClasses),
            }),
          },
        ]}
      />
    </Card>
  );
}

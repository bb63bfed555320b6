import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { SectionHeading } from '@/components/ui/section-heading';
import { useT } from '@/lib/text/use-t';

type Bounds = { everyone: number; administrators: number };

type SecurityRulesProps = { rules: { idleMinutes: Bounds; sessionHours: number; passwordLength: Bounds } };

/** The security rules in force. */
export function SecurityRules({ rules }: SecurityRulesProps) {
  const t = useT();
  return (
    <Card>
      <SectionHeading aside={t('admin.security.lead')}>{t('admin.security.title')}</SectionHeading>
      <DefinitionList
        items={[
          { term: t('admin.security.idle'), details: t('admin.security.idleDetails', rules.idleMinutes) },
          {
            term: t('admin.security.session'),
            details: t('admin.security.sessionDetails', { hours: rules.sessionHours }),
          },
          { term: t('admin.security.password'), details: t('admin.security.passwordDetails', rules.passwordLength) },
        ]}
      />
    </Card>
  );
}

import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import { TableSheet } from '@/components/ui/table-sheet';
import type { OfficersPage } from '@/lib/accounts/officers/loaders';
import { useT } from '@/lib/text/use-t';
import { DeputyForm } from './deputy-form';
import { DeputyList } from './deputy-list';
import { OfficerForm } from './officer-form';
import { OfficerHistory } from './officer-history';
import { OfficerTable } from './officer-table';
import { SignOffSetting } from './sign-off-setting';

const steps = ['hand-over', 'give', 'take'] as const;

function Deputies({ officers, deputies, mayBeAway, onBehalfOf }: OfficersPage) {
  const t = useT();
  const hasOther = officers.some(({ roles }) => !roles.includes('approver'));
  return (
    <Card className="grid gap-4">
      <SectionHeading>{t('accounts.officers.deputies.title')}</SectionHeading>
      <p className="max-w-text text-muted">{t('accounts.officers.deputies.lead')}</p>
      <DeputyList deputies={deputies} onBehalfOf={onBehalfOf} />
      {mayBeAway.length > 0 && hasOther && (
        <DeputyForm mayBeAway={mayBeAway} officers={officers} onBehalfOf={onBehalfOf} />
      )}
      {mayBeAway.length > 0 && !hasOther && <p className="text-muted">{t('accounts.officers.deputies.nobody')}</p>}
    </Card>
  );
}

/** The officers of an agency, the forms that change them, the deputies, the sign-off setting, and the history. */
export function OfficersSections({ page }: { page: OfficersPage }) {
  const t = useT();
  const { agency, officers, events, mayChange, onBehalfOf } = page;
  return (
    <div className="grid gap-8">
      <TableSheet>
        <OfficerTable officers={officers} />
      </TableSheet>
      {mayChange && (
        <div className="flex flex-wrap items-start gap-3">
          {steps
            .filter((step) => step === 'give' || officers.length > 0)
            .map((step) => (
              <OfficerForm key={step} step={step} officers={officers} onBehalfOf={onBehalfOf} />
            ))}
        </div>
      )}
      <Deputies {...page} />
      <Card>
        <SectionHeading>{t('accounts.officers.signOff.title')}</SectionHeading>
        <SignOffSetting isRequired={agency.signOffRequired} mayChange={mayChange} onBehalfOf={onBehalfOf} />
      </Card>
      <Card>
        <SectionHeading>{t('accounts.officers.history.title')}</SectionHeading>
        <OfficerHistory events={events} />
      </Card>
    </div>
  );
}

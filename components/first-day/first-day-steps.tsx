import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import type { FirstDay } from '@/lib/first-day/loaders';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';
import { ExampleForm } from './example-form';

type StepProps = { number: number; title: string; isDone: boolean; children: ReactNode };

function Step({ number, title, isDone, children }: StepProps) {
  const t = useT();
  return (
    <li className="grid gap-3 border-t border-line py-5 first:border-t-0">
      <h2 className="flex flex-wrap items-baseline gap-x-3 text-lg font-bold">
        <span>{t('firstDay.step', { number, title })}</span>
        <span className={`text-base font-medium ${isDone ? 'text-success' : 'text-muted'}`}>
          {t(isDone ? 'firstDay.done' : 'firstDay.open')}
        </span>
      </h2>
      <div className="grid max-w-text gap-3">{children}</div>
    </li>
  );
}

/** The command that an operator enters on the server, with what the portal knows filled in. */
function Command({ children }: { children: string }) {
  return (
    <pre className="rounded-md bg-neutral-soft px-4 py-3 text-sm wrap-anywhere whitespace-pre-wrap">{children}</pre>
  );
}

function Accounts({ missingRoles, officeCode }: Pick<FirstDay, 'missingRoles' | 'officeCode'>) {
  const t = useT();
  const office = officeCode === null ? '' : ` --office ${officeCode}`;
  const words = { userName: t('firstDay.userName'), name: t('firstDay.personName') };
  const role = missingRoles[0] ?? 'reviewer';
  return (
    <>
      <p>{t('firstDay.accountsLead')}</p>
      <Command>{`npm run account:create -- --user ${words.userName} --name ${words.name} --role ${role}${office}`}</Command>
      <p className="text-muted">{t('firstDay.officersLead')}</p>
    </>
  );
}

function Plan({ draft }: Pick<FirstDay, 'draft'>) {
  const t = useT();
  if (draft)
    return (
      <p>
        {t('firstDay.draftLead')} <TextLink href={routes.plan(draft.code)}>{draft.title}</TextLink>
      </p>
    );
  return (
    <>
      <p>{t('firstDay.planLead')}</p>
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <TextLink href={routes.newPlanImport()}>{t('firstDay.import')}</TextLink>
        <TextLink href={routes.newPlan()}>{t('firstDay.newPlan')}</TextLink>
        <TextLink href={routes.offices()}>{t('offices.title')}</TextLink>
      </p>
      <ExampleForm />
    </>
  );
}

/** The steps of a portal that has no plan yet, for the coordinator; each is ticked once it is done. */
export function FirstDaySteps({ firstDay }: { firstDay: FirstDay }) {
  const t = useT();
  const { year, isCalendarConfirmed, draft, missingRoles } = firstDay;
  return (
    <Card>
      <p className="max-w-text text-muted">{t('firstDay.lead')}</p>
      <ol className="mt-4">
        <Step number={1} title={t('firstDay.accounts')} isDone={missingRoles.length === 0}>
          <Accounts {...firstDay} />
        </Step>
        <Step number={2} title={t('firstDay.calendar')} isDone={isCalendarConfirmed}>
          <p>{t('firstDay.calendarLead', { year: String(year), confirmed: isCalendarConfirmed ? 'yes' : 'no' })}</p>
          <p>
            <TextLink href={routes.calendarYear(year)}>{t('firstDay.openCalendar')}</TextLink>
          </p>
        </Step>
        <Step number={3} title={t('firstDay.plan')} isDone={draft !== null}>
          <Plan draft={draft} />
        </Step>
        <Step number={4} title={t('firstDay.issue')} isDone={false}>
          <p>{t('firstDay.issueLead')}</p>
        </Step>
      </ol>
    </Card>
  );
}

'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TickAll } from '@/components/ui/tick-all';
import { publicByDefault } from '@/lib/domain/report/entry';
import { numbersIn } from '@/lib/domain/review/publication';
import { proposePublicationsAction } from '@/lib/publication/actions';
import type { ProposableReport } from '@/lib/publication/desk/data';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import { reviewReasonLimit } from '@/lib/schemas/review';
import { fieldLabel } from '@/lib/text/entry-words';
import { planPeriodWords } from '@/lib/text/plan-period-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';
import { ReportBox } from './report-box';
import { TaskChoice } from './task-choice';

type ReportChoiceProps = { report: ProposableReport; index: number; isOnly: boolean; state: FormState };

/** A report with what goes out of it, task by task. */
function ReportChoice({ report, index, isOnly, state }: ReportChoiceProps) {
  const t = useT();
  const name = `reports[${index}]`;
  const { agency, publication, entries, form } = report;
  const isCorrection = publication === 'current' || publication === 'outdated';
  const numbers = entries.reduce((sum, entry) => sum + numbersIn(entry, form).length, 0);
  const title = t('publication.reportOf', { agency: agency.name, period: planPeriodWords(t, report) });
  return (
    <li data-subject={report.id} className={isOnly ? '' : 'border-t border-line pt-3 first:border-0'}>
      <ReportBox name={name} report={report} state={state} title={isOnly ? null : title} isTickedAtFirst={false} />
      <div className={isOnly ? 'grid gap-4' : 'grid gap-3 sm:pl-8'}>
        <p className="text-sm text-muted">
          {t(`publication.standing.${publication}`)}
          {t('publication.chosenOf', { count: entries.length })}
          {numbers > 0 && (
            <span className="font-medium text-warning">{t('publication.number.count', { count: numbers })}</span>
          )}
        </p>
        <details open={isOnly || numbers > 0}>
          <summary className="link w-fit">{t('publication.chooseParts')}</summary>
          <div className="mt-3 grid gap-5">
            {entries.map((entry, number) => (
              <TaskChoice
                key={entry.taskId}
                name={`${name}.tasks[${number}]`}
                report={report}
                entry={entry}
                state={state}
              />
            ))}
          </div>
        </details>
        {isCorrection && (
          <TextAreaField
            name={`reason.${report.id}`}
            label={t('publication.correctionReason')}
            hint={t('publication.correctionHint')}
            rows={2}
            limit={reviewReasonLimit}
            defaultValue={typedIn(state)[`reason.${report.id}`]}
            error={fieldError(t, state, `reason.${report.id}`)}
          />
        )}
      </div>
    </li>
  );
}

/** The sections that go out by default, in words, once for each form that the reports have. */
function defaultsOf(t: Translate, reports: readonly ProposableReport[]): string[] {
  const named = reports.map(({ form }) =>
    publicByDefault(form)
      .map((section) => fieldLabel(t, form, section))
      .join('、'),
  );
  return [...new Set(named)].filter(Boolean);
}

type ProposalFormProps = {
  reports: readonly ProposableReport[];
  /** The form is about one report alone, which the page names. */
  isOnly?: boolean;
};

/** Chooses the parts of accepted reports that are proposed for publication; another account confirms. */
export function ProposalForm({ reports, isOnly = false }: ProposalFormProps) {
  const t = useT();
  const [only] = reports;
  const keptAt = isOnly && only ? `publication/${only.id}` : 'publications';
  const { state, action, onSubmit, kept } = useFormAction(proposePublicationsAction, { place: keptAt });
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-5">
      <KeptNotice kept={kept} />
      <FormProblem state={state} />
      <p className="max-w-text text-sm text-muted">
        {defaultsOf(t, reports).map((sections) => (
          <span key={sections} className="block">
            {t('publication.chooseHint', { sections })}
          </span>
        ))}
      </p>
      {reports.length > 1 && <TickAll boxes="[data-report-box]" />}
      <ul className="grid gap-3">
        {reports.map((report, index) => (
          <ReportChoice key={report.id} report={report} index={index} isOnly={isOnly} state={state} />
        ))}
      </ul>
      <SubmitButton className="justify-self-start">{t('publication.propose')}</SubmitButton>
    </form>
  );
}

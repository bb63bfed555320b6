'use client';

import { useState } from 'react';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import type { ReportVersion } from '@/components/reports/command-fields';
import { CommandFields } from '@/components/reports/command-fields';
import { SectionChoice } from '@/components/review/report/section-choice';
import { Card } from '@/components/ui/card';
import { DateField, TextField } from '@/components/ui/field';
import { SectionHeading } from '@/components/ui/section-heading';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import { type PublicPart, publicParts } from '@/lib/domain/report/entry';
import type { ReportSnapshot } from '@/lib/domain/report/report-snapshot';
import { publishedContent } from '@/lib/domain/review/publication';
import { publishReportAction } from '@/lib/publication/actions';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-t';
import { PublicationPreview } from './publication-preview';

function SecrecyFields({ state, today }: { state: FormState; today: CivilDate }) {
  const t = useT();
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-semibold">{t('review.publication.secrecy')}</legend>
      <p className="text-sm text-muted">{t('review.publication.secrecyHint')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="secrecyReviewer"
          label={t('review.publication.secrecyReviewer')}
          required
          autoComplete="off"
          defaultValue={typedIn(state).secrecyReviewer}
          error={fieldError(t, state, 'secrecyReviewer')}
        />
        <DateField
          name="secrecyReviewedOn"
          label={t('review.publication.secrecyReviewedOn')}
          required
          max={today}
          defaultValue={typedIn(state).secrecyReviewedOn}
          error={fieldError(t, state, 'secrecyReviewedOn')}
        />
      </div>
    </fieldset>
  );
}

/** The ticks of a form that was not accepted; without scripts the page is rendered from them. */
function tickedIn(state: FormState): readonly PublicPart[] | null {
  const typed = typedIn(state);
  return state.status === 'idle' ? null : publicParts().filter((section) => typed[`chosen.${section}`] !== undefined);
}

type PublicationFormProps = {
  report: ReportVersion & { published: boolean };
  snapshot: ReportSnapshot;
  /** The initial ticks: the sections that are public now, or the default. */
  initial: readonly PublicPart[];
  today: CivilDate;
};

/** Chooses the sections to publish, previews exactly those, and records the confidentiality check. */
export function PublicationForm({ report, snapshot, initial, today }: PublicationFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(publishReportAction, { place: `publication/${report.id}` });
  const [chosen, setChosen] = useState(() => tickedIn(state) ?? initial);
  const fields = [
    { name: 'secrecyReviewer', id: 'secrecyReviewer', label: t('review.publication.secrecyReviewer') },
    { name: 'secrecyReviewedOn', id: 'secrecyReviewedOn', label: t('review.publication.secrecyReviewedOn') },
  ];
  const inOrder = publicParts().filter((section) => chosen.includes(section));
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-6">
      <Card>
        <KeptNotice kept={kept} />
        <FormProblem state={state} fields={fields} />
        <CommandFields report={report} />
        <SectionChoice chosen={chosen} onChange={setChosen} />
      </Card>
      <Card>
        <SectionHeading aside={t('review.publication.previewHint')}>{t('review.publication.preview')}</SectionHeading>
        <noscript>
          <p className="mb-3 text-warning">{t('review.publication.previewStill')}</p>
        </noscript>
        <div aria-live="polite">
          <PublicationPreview content={publishedContent(snapshot, inOrder)} />
        </div>
      </Card>
      <Card className="grid gap-4">
        <SecrecyFields state={state} today={today} />
        {report.published && <p className="text-sm text-muted">{t('review.publication.correctHint')}</p>}
        <SubmitButton className="justify-self-start">
          {t(report.published ? 'review.publication.correct' : 'review.publication.publish')}
        </SubmitButton>
      </Card>
    </form>
  );
}

import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import type { EntryForm } from '@/lib/domain/report/entry';
import { summaryEventsShown } from '@/lib/domain/review/summary';
import type { SummaryEvent } from '@/lib/summaries/data';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatInstant } from '@/lib/text/format';
import { taskNumber } from '@/lib/text/task-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

/** The object of a step: the passage, or the positions of a move; '' where the step's name is enough. */
function objectOf(
  t: Translate,
  { name, detail, agencyName: agency, taskCode: code }: SummaryEvent,
  form: EntryForm,
): string {
  if (agency && code && detail.section) {
    return t('summaries.passage.subject', {
      agency,
      number: taskNumber(code),
      section: fieldLabel(t, form, detail.section),
    });
  }
  if (name === 'summary-unit-moved')
    return t('summaries.history.places', { from: detail.from ?? 0, to: detail.to ?? 0 });
  return '';
}

/** The changes and exports of the draft with their authors, the latest first. */
export function SummaryHistory({ events, form }: { events: readonly SummaryEvent[]; form: EntryForm }) {
  const t = useT();
  return (
    <Card>
      <SectionHeading aside={t('summaries.history.hint', { most: summaryEventsShown })}>
        {t('summaries.history.title')}
      </SectionHeading>
      <ol className="ruled">
        {events.map((event) => (
          <li key={event.id} className="flex flex-wrap gap-x-4 py-2 text-sm">
            <span className="text-muted tabular-nums">{formatInstant(event.at)}</span>
            <span>{event.by}</span>
            <span className="font-medium">{t(`summaries.history.names.${event.name}`)}</span>
            <span className="min-w-0">{objectOf(t, event, form)}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

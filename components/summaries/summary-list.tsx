import { type Column, DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import type { Rhythm } from '@/lib/domain/calendar/period';
import { routes } from '@/lib/routes';
import type { ListedSummary } from '@/lib/summaries/data';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatInstant } from '@/lib/text/format';
import { rhythmWords } from '@/lib/text/rhythm-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

const columns = (t: Translate): Column<ListedSummary>[] => [
  {
    key: 'title',
    header: t('summaries.fields.title'),
    isRowHeader: true,
    cell: ({ id, title }) => <TextLink href={routes.summary(id)}>{title}</TextLink>,
  },
  {
    key: 'arrangement',
    header: t('summaries.fields.arrangement'),
    cell: ({ arrangement }) => t(`summaries.arrangements.${arrangement}`),
  },
  {
    key: 'sections',
    header: t('summaries.fields.chosen'),
    cell: ({ sections, form }) =>
      sections.map((section) => fieldLabel(t, form, section)).join(t('summaries.words.and')),
  },
  {
    key: 'made',
    header: t('summaries.list.made'),
    cell: ({ madeBy: by, madeAt }) => t('summaries.list.byAt', { by, at: formatInstant(madeAt) }),
  },
  {
    key: 'changed',
    header: t('summaries.list.changed'),
    cell: ({ changedBy: by, changedAt }) => t('summaries.list.byAt', { by, at: formatInstant(changedAt) }),
  },
];

/** The drafts of a period, of all reviewers. */
export function SummaryList({ summaries, rhythm }: { summaries: readonly ListedSummary[]; rhythm: Rhythm }) {
  const t = useT();
  return (
    <DataTable
      caption={t('summaries.list.caption')}
      captionHidden
      columns={columns(t)}
      rows={summaries}
      rowKey={({ id }) => id}
      empty={t('summaries.list.empty', rhythmWords(t, rhythm))}
    />
  );
}

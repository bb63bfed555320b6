import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { SectionHeading } from '@/components/ui/section-heading';
import { formOf } from '@/lib/domain/report/entry';
import type { PublishedContent } from '@/lib/domain/review/publication';
import type { PublicationRow } from '@/lib/publication/desk/data';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatDate, formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';
import { PublicationPreview } from './publication-preview';

export function sectionNames(t: Translate, content: PublishedContent): string {
  return content.sections.map((section) => fieldLabel(t, formOf(content), section)).join('、');
}

function Content({ publication }: { publication: PublicationRow }) {
  const t = useT();
  const { content, reason } = publication;
  if (!content) return reason ? t('publication.reasonOf', { reason }) : t('publication.unexplained');
  return (
    <div className="grid gap-1">
      {reason && <span>{t('publication.reasonOf', { reason })}</span>}
      <span>
        {sectionNames(t, content)}
        <span className="text-muted">（{t('publication.fromVersion', { number: publication.version })}）</span>
      </span>
      <details>
        <summary className="link w-fit">{t('publication.textOf')}</summary>
        <div className="mt-3 border-l-2 border-accent-line pl-4">
          <PublicationPreview content={content} />
        </div>
      </details>
    </div>
  );
}

const columns = (t: Translate): Column<PublicationRow>[] => [
  {
    key: 'kind',
    header: t('publication.kind'),
    tight: true,
    isRowHeader: true,
    cell: ({ kind, current }) => (
      <>
        {t(`publication.kinds.${kind}`)}
        {current && <span className="text-success">（{t('publication.inForce')}）</span>}
      </>
    ),
  },
  {
    key: 'at',
    header: t('publication.at'),
    tight: true,
    cell: ({ publishedAt, publishedBy, proposedBy }) => (
      <span className="grid">
        <span>{formatInstant(publishedAt)}</span>
        {proposedBy && <span className="text-muted">{t('publication.withProposer', { name: proposedBy })}</span>}
        <span className="text-muted">
          {proposedBy ? t('publication.confirmedBy', { name: publishedBy }) : publishedBy}
        </span>
      </span>
    ),
  },
  {
    key: 'sections',
    header: t('publication.sections'),
    cell: (publication) => <Content publication={publication} />,
  },
  {
    key: 'secrecy',
    header: t('publication.secrecy'),
    tight: true,
    cell: ({ secrecyReviewer, secrecyReviewedOn }) =>
      secrecyReviewedOn ? (
        <span className="grid">
          <span>{secrecyReviewer}</span>
          <span className="text-muted">{formatDate(secrecyReviewedOn)}</span>
        </span>
      ) : (
        '—'
      ),
  },
];

/** Every publication, correction and withdrawal; earlier texts can be read only here. */
export function PublicationHistory({ publications }: { publications: readonly PublicationRow[] }) {
  const t = useT();
  return (
    <Card>
      <SectionHeading>{t('publication.history')}</SectionHeading>
      <DataTable
        caption={t('publication.history')}
        captionHidden
        columns={columns(t)}
        rows={publications}
        rowKey={({ number }) => String(number)}
        empty={t('publication.historyEmpty')}
      />
    </Card>
  );
}

import { formOf } from '@/lib/domain/report/entry';
import type { WaitingProposal } from '@/lib/publication/desk/data';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';
import { PublicationPreview } from './publication-preview';

/** The personal numbers of a proposal: masked ones as they will read, legible ones with the reason. */
function ProposedNumbers({ numbers, content }: Pick<WaitingProposal, 'numbers' | 'content'>) {
  const t = useT();
  if (numbers.length === 0) return null;
  return (
    <ul className="grid gap-1 border-l-4 border-warning-line pl-4">
      {numbers.map(({ taskId, section, start, kind, number, masked, reason }) => (
        <li key={`${taskId} ${section} ${start}`}>
          {t(reason === null ? 'publication.number.willMask' : 'publication.number.willShow', {
            section: fieldLabel(t, formOf(content), section),
            kind: t(`personalNumbers.kinds.${kind}`),
            number,
            masked,
            reason: reason ?? '',
          })}
        </li>
      ))}
    </ul>
  );
}

/** A proposal as whoever decides on it reads it: who proposed it and why, its numbers, and the text exactly as it goes out. */
export function ProposalView({ proposal, isOpen }: { proposal: WaitingProposal; isOpen: boolean }) {
  const t = useT();
  const { proposedAt, proposedBy, isCorrection, reason, numbers, content } = proposal;
  return (
    <div className="grid gap-3">
      <p className="text-sm text-muted">
        {t(isCorrection ? 'publication.proposedCorrection' : 'publication.proposedBy', {
          at: formatInstant(proposedAt),
          name: proposedBy.name,
        })}
      </p>
      {reason && <p className="max-w-text">{t('publication.reasonOf', { reason })}</p>}
      <ProposedNumbers numbers={numbers} content={content} />
      <details open={isOpen}>
        <summary className="link w-fit">{t('publication.preview')}</summary>
        <div className="mt-3 border-l-2 border-accent-line pl-4">
          <PublicationPreview content={content} />
        </div>
      </details>
    </div>
  );
}

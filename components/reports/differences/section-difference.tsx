import type { ProgressLight } from '@/lib/domain/report/completeness';
import { type ComparedEntry, changedEvidence, type EntryPart } from '@/lib/domain/report/entry-difference';
import { t } from '@/lib/text/translator';
import { TextDifference } from './text-difference';

type SectionDifferenceProps = { before: ComparedEntry; after: ComparedEntry; part: EntryPart };

const lightWords = (light: ProgressLight | null) =>
  light ? t(`progressLights.${light}`) : t('differences.light.none');

function ConfirmationDifference({ before, after, field }: { before: boolean; after: boolean; field: string }) {
  if (before === after) return null;
  return <p>{t(after ? 'differences.confirmed' : 'differences.unconfirmed', { confirmation: field })}</p>;
}

function ReasonDifference({ before, after }: Omit<SectionDifferenceProps, 'part'>) {
  if (before.noProgressReason === after.noProgressReason) return null;
  return (
    <div>
      <p className="text-sm text-muted">{t('fields.noProgressReason')}</p>
      <TextDifference before={before.noProgressReason} after={after.noProgressReason} />
    </div>
  );
}

function EvidenceDifference({ before, after }: Omit<SectionDifferenceProps, 'part'>) {
  const { added, removed } = changedEvidence(before, after);
  return (
    <ul>
      {added.map(({ id, name }) => (
        <li key={id}>{t('differences.evidence.added', { name })}</li>
      ))}
      {removed.map(({ id, name }) => (
        <li key={id}>{t('differences.evidence.removed', { name })}</li>
      ))}
    </ul>
  );
}

/** The differences in one part of an entry: the light, the files, or a section's text with its confirmations. */
export function SectionDifference({ before, after, part }: SectionDifferenceProps) {
  if (part === 'light') {
    const lights = { before: lightWords(before.light), after: lightWords(after.light) };
    return <p>{before.light === after.light ? t('differences.none') : t('differences.light.changed', lights)}</p>;
  }
  if (part === 'evidence') return <EvidenceDifference before={before} after={after} />;
  return (
    <div className="grid gap-2">
      {part === 'progress' && (
        <>
          <ConfirmationDifference
            before={before.noProgress}
            after={after.noProgress}
            field={t('filing.editor.noProgress')}
          />
          <ReasonDifference before={before} after={after} />
        </>
      )}
      {part === 'problems' && (
        <ConfirmationDifference
          before={before.noProblems}
          after={after.noProblems}
          field={t('filing.editor.noProblems')}
        />
      )}
      {before[part] !== after[part] && <TextDifference before={before[part]} after={after[part]} />}
    </div>
  );
}

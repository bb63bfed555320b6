import { type ShortPart, shortParts, ticksUnder } from '@/lib/domain/report/entry';
import { type ComparedEntry, changedEvidence, type EntryPart } from '@/lib/domain/report/entry-difference';
import { contentWords } from '@/lib/text/entry-words';
import { useT } from '@/lib/text/use-t';
import { TextDifference } from './text-difference';

type Compared = { before: ComparedEntry; after: ComparedEntry };
type SectionDifferenceProps = Compared & { part: EntryPart };

const isShort = (part: EntryPart): part is ShortPart => shortParts().some((short) => short === part);

function TickDifference({ before, after, tick, reason }: Compared & ReturnType<typeof ticksUnder>[number]) {
  const t = useT();
  return (
    <>
      {before[tick] !== after[tick] && (
        <p>
          {t(after[tick] ? 'differences.confirmed' : 'differences.unconfirmed', { confirmation: t(`fields.${tick}`) })}
        </p>
      )}
      {reason && before[reason] !== after[reason] && (
        <div>
          <p className="text-sm text-muted">{t(`fields.${reason}`)}</p>
          <TextDifference before={before[reason]} after={after[reason]} />
        </div>
      )}
    </>
  );
}

function ShortDifference({ before, after, part }: Compared & { part: ShortPart }) {
  const t = useT();
  if (before[part] === after[part]) return <p>{t('differences.none')}</p>;
  const wordsOf = (entry: ComparedEntry) => contentWords(t, part, entry[part]) || t('differences.light.none');
  return <p>{t('differences.light.changed', { before: wordsOf(before), after: wordsOf(after) })}</p>;
}

function EvidenceDifference({ before, after }: Compared) {
  const t = useT();
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
  if (part === 'evidence') return <EvidenceDifference before={before} after={after} />;
  if (isShort(part)) return <ShortDifference before={before} after={after} part={part} />;
  return (
    <div className="grid gap-2">
      {ticksUnder(part).map((under) => (
        <TickDifference key={under.tick} before={before} after={after} {...under} />
      ))}
      {before[part] !== after[part] && <TextDifference before={before[part]} after={after[part]} />}
    </div>
  );
}

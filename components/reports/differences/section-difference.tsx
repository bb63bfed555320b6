import { type EntryForm, type EntryKey, isTicked, shortParts, textOf, ticksUnder } from '@/lib/domain/report/entry';
import { type ComparedEntry, changedEvidence, type EntryPart } from '@/lib/domain/report/entry-difference';
import { contentWords, fieldLabel } from '@/lib/text/entry-words';
import { useT } from '@/lib/text/use-t';
import { TextDifference } from './text-difference';

type Compared = { before: ComparedEntry; after: ComparedEntry; form: EntryForm };
type SectionDifferenceProps = Compared & { part: EntryPart };

function TickDifference({ before, after, form, tick, reason }: Compared & ReturnType<typeof ticksUnder>[number]) {
  const t = useT();
  return (
    <>
      {isTicked(before, tick) !== isTicked(after, tick) && (
        <p>
          {t(isTicked(after, tick) ? 'differences.confirmed' : 'differences.unconfirmed', {
            confirmation: fieldLabel(t, form, tick),
          })}
        </p>
      )}
      {reason && textOf(before, reason) !== textOf(after, reason) && (
        <div>
          <p className="text-sm text-muted">{fieldLabel(t, form, reason)}</p>
          <TextDifference before={textOf(before, reason)} after={textOf(after, reason)} />
        </div>
      )}
    </>
  );
}

function ShortDifference({ before, after, form, part }: Compared & { part: EntryKey }) {
  const t = useT();
  if (before[part] === after[part]) return <p>{t('differences.none')}</p>;
  const wordsOf = (entry: ComparedEntry) => contentWords(t, form, part, entry[part]) || t('differences.light.none');
  return <p>{t('differences.light.changed', { before: wordsOf(before), after: wordsOf(after) })}</p>;
}

function EvidenceDifference({ before, after }: Omit<Compared, 'form'>) {
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
export function SectionDifference({ before, after, form, part }: SectionDifferenceProps) {
  if (part === 'evidence') return <EvidenceDifference before={before} after={after} />;
  if (shortParts(form).includes(part)) return <ShortDifference before={before} after={after} form={form} part={part} />;
  const [text, later] = [textOf(before, part), textOf(after, part)];
  return (
    <div className="grid gap-2">
      {ticksUnder(part, form).map((under) => (
        <TickDifference key={under.tick} before={before} after={after} form={form} {...under} />
      ))}
      {text !== later && <TextDifference before={text} after={later} />}
    </div>
  );
}

import { findPersonalNumbers } from '@/lib/domain/report/personal-numbers';
import { countUnreadable } from '@/lib/domain/report/plain-text';
import { useT } from '@/lib/text/use-t';

/** Below a field: the numbers of persons in its text, and how many characters nobody else can read. */
export function TextNotes({ text }: { text: string }) {
  const t = useT();
  const numbers = findPersonalNumbers(text).map(({ kind, start, end }) =>
    t('personalNumbers.named', { kind: t(`personalNumbers.kinds.${kind}`), number: text.slice(start, end) }),
  );
  const unreadable = countUnreadable(text);
  return (
    <>
      {numbers.length > 0 && (
        <p className="text-sm text-warning">
          {t('personalNumbers.found', { numbers: numbers.join(t('personalNumbers.and')) })}
        </p>
      )}
      {unreadable > 0 && (
        <p className="text-sm text-warning">{t('personalNumbers.unreadable', { count: unreadable })}</p>
      )}
    </>
  );
}

import { fieldAnchor } from '@/components/reports/entry-fields';
import { NoticeBox } from '@/components/ui/notice-box';
import { textKeys, textOf } from '@/lib/domain/report/entry';
import { findPersonalNumbers } from '@/lib/domain/report/personal-numbers';
import { countUnreadable } from '@/lib/domain/report/plain-text';
import { routes } from '@/lib/routes';
import { fieldLabel } from '@/lib/text/entry-words';
import { taskNumber } from '@/lib/text/task-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import type { CheckedReport } from './checked-report';

/** The numbers of persons in a text, each with its kind, and the characters that nobody else can read. */
function findsIn(t: Translate, text: string): string[] {
  const numbers = findPersonalNumbers(text).map(({ kind, start, end }) =>
    t('personalNumbers.named', { kind: t(`personalNumbers.kinds.${kind}`), number: text.slice(start, end) }),
  );
  const unreadable = countUnreadable(text);
  return unreadable === 0 ? numbers : [...numbers, t('personalNumbers.unreadableCount', { count: unreadable })];
}

/** Finds that should be looked at before the report is handed in, a line for each find with a link to its field. */
export function NoticedTexts({ report }: { report: CheckedReport }) {
  const t = useT();
  const { form } = report;
  const finds = report.entries.flatMap((entry) =>
    textKeys(form).flatMap((field) =>
      findsIn(t, textOf(entry, field)).map((find) => ({ entry, number: taskNumber(entry.taskCode), field, find })),
    ),
  );
  if (finds.length === 0) return null;
  return (
    <NoticeBox tone="warning" title={t('personalNumbers.checkTitle', { count: finds.length })}>
      <p>{t('personalNumbers.checkLead')}</p>
      <ul className="mt-2 grid gap-1.5">
        {finds.map(({ entry, number, field, find }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text may hold the same number twice
          <li key={place} className="flex flex-wrap gap-x-3">
            <a href={`${routes.report(report.id)}#${fieldAnchor(entry.taskCode, field)}`} className="link">
              {t('filing.taskField', { number, field: fieldLabel(t, form, field) })}
            </a>
            <span>{find}</span>
          </li>
        ))}
      </ul>
    </NoticeBox>
  );
}

import { fieldAnchor } from '@/components/reports/entry-fields';
import { NoticeBox } from '@/components/ui/notice-box';
import { contradictionsOf } from '@/lib/domain/report/contradictions';
import type { EntryContent } from '@/lib/domain/report/entry';
import { routes } from '@/lib/routes';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';

type ContradictionListProps = {
  reportId: string;
  entries: readonly (EntryContent & { taskId: string; taskCode: string })[];
};

/** All contradictions of the report, task by task, each with a link to its field. */
export function ContradictionList({ reportId, entries }: ContradictionListProps) {
  const t = useT();
  const found = entries.flatMap(({ taskCode, ...entry }) =>
    contradictionsOf(entry).map((each) => ({ ...each, taskCode })),
  );
  if (found.length === 0) return null;
  return (
    <NoticeBox tone="warning" title={t('filing.contradiction.title', { count: found.length })}>
      <ul className="mt-2 grid gap-1.5">
        {found.map(({ taskCode, section, tick, kind }) => (
          <li key={`${taskCode} ${section}`}>
            <a href={`${routes.report(reportId)}#${fieldAnchor(taskCode, section)}`} className="link font-medium">
              {t('filing.taskField', { number: taskNumber(taskCode), field: t(`fields.${section}`) })}
            </a>
            <span className="ml-3">{t(`filing.contradiction.${kind}`, { tick: t(`fields.${tick}`) })}</span>
          </li>
        ))}
      </ul>
    </NoticeBox>
  );
}

import { DefinitionList } from '@/components/ui/definition-list';
import type { ReportTask } from '@/lib/reports/tasks/data';
import { formatPeriod } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

function itemsOf(t: Translate, task: ReportTask) {
  const items = [
    { term: t('tasks.fields.headings'), details: task.headings.join(' / ') },
    { term: t('tasks.fields.number'), details: task.number },
    { term: t('tasks.fields.measures'), details: task.measures.join('；') },
    { term: t('tasks.fields.target'), details: task.target },
    { term: t('tasks.fields.dueText'), details: task.dueText },
    { term: t('tasks.fields.leads'), details: task.leads.length > 1 ? task.leads.join('、') : '' },
    { term: t('tasks.fields.supports'), details: task.supports.join('、') },
    ...task.amendments.map(({ kind, fromPeriod, reason }) => ({
      term: t('tasks.asked.amended'),
      details: t('tasks.asked.since', { period: formatPeriod(fromPeriod), kind: t(`tasks.kinds.${kind}`), reason }),
    })),
  ];
  return items.filter(({ details }) => details !== '');
}

/** The short title that people gave a task, and what the plan asks for beside its text, folded. */
export function TaskAsked({ task }: { task: ReportTask | undefined }) {
  const t = useT();
  const items = task ? itemsOf(t, task) : [];
  if (items.length === 0) return task?.shortTitle ? <p className="font-medium">{task.shortTitle}</p> : null;
  return (
    <>
      {task?.shortTitle && <p className="font-medium">{task.shortTitle}</p>}
      <details className="text-sm">
        <summary className="link w-fit">{t('tasks.asked.title')}</summary>
        <div className="mt-2">
          <DefinitionList items={items} />
        </div>
      </details>
    </>
  );
}

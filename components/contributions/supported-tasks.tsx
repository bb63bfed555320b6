import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { SectionHeading } from '@/components/ui/section-heading';
import type { SupportedTask } from '@/lib/contributions/data';
import { routes } from '@/lib/routes';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatPeriod } from '@/lib/text/format';
import { taskNumber, taskWords } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';
import { OutcomeMark } from './outcome-mark';
import { supportedDueWords } from './supported-task';

function OwnOffers({ contributions, form }: Pick<SupportedTask, 'contributions' | 'form'>) {
  const t = useT();
  if (contributions.length === 0) return t('contributions.none');
  return (
    <ul className="grid gap-1">
      {contributions.map(({ id, section, text, outcome }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium">{fieldLabel(t, form, section)}</span>
          <OutcomeMark outcome={outcome} />
          <span className="line-clamp-1 basis-full text-sm text-muted">{text}</span>
        </li>
      ))}
    </ul>
  );
}

function TaskCard({ task }: { task: SupportedTask }) {
  const t = useT();
  const heading = `supported-${task.taskCode}-${task.periodCode}`;
  return (
    <Card>
      <article aria-labelledby={heading} className="grid gap-3">
        <h3 id={heading} className="font-bold">
          {t('contributions.taskHeading', { period: formatPeriod(task.periodCode), number: taskNumber(task.taskCode) })}
        </h3>
        <p>{taskWords(task.taskText)}</p>
        <DefinitionList
          items={[
            { term: t('contributions.leadAgency'), details: task.leadAgency },
            { term: t('contributions.dueOn'), details: supportedDueWords(t, task) },
            {
              term: t('contributions.own'),
              details: <OwnOffers contributions={task.contributions} form={task.form} />,
            },
          ]}
        />
        <div className="flex flex-wrap items-center gap-3">
          <ButtonLink
            href={routes.contributions(task.reportId, task.taskId)}
            variant={task.isOpen ? 'primary' : 'secondary'}
          >
            {t(task.isOpen ? 'contributions.open' : 'contributions.view')}
          </ButtonLink>
          {!task.isOpen && <span className="text-sm text-muted">{t('contributions.closed')}</span>}
        </div>
      </article>
    </Card>
  );
}

/** Shown on the desk: the tasks of other agencies that this one supports (配合任务); absent where there are none. */
export function SupportedTasks({ tasks }: { tasks: readonly SupportedTask[] }) {
  const t = useT();
  if (tasks.length === 0) return null;
  return (
    <section className="mt-10">
      <SectionHeading>{t('contributions.title')}</SectionHeading>
      <p className="mb-4 max-w-text text-muted">{t('contributions.lead')}</p>
      <div className="grid gap-6">
        {tasks.map((task) => (
          <TaskCard key={`${task.reportId} ${task.taskId}`} task={task} />
        ))}
      </div>
    </section>
  );
}

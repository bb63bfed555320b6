import { DefinitionList } from '@/components/ui/definition-list';
import { NoticeBox } from '@/components/ui/notice-box';
import type { DeskTask } from '@/lib/plans/tasks/loaders';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';
import { indicatorWords, milestoneWords } from './detail-words';

/** A task as it reads, for whoever cannot change it. */
export function TaskSheet({ task, isClosed }: { task: DeskTask; isClosed: boolean }) {
  const t = useT();
  const { facts, leads, supports, endedFrom } = task;
  const items = [
    { term: t('tasks.fields.number'), details: facts.number },
    { term: t('tasks.fields.headings'), details: facts.headings.join(' / ') },
    { term: t('tasks.fields.text'), details: facts.text },
    { term: t('tasks.fields.measures'), details: facts.measures.join('；') },
    { term: t('tasks.fields.target'), details: facts.target },
    { term: t('tasks.fields.dueText'), details: facts.dueText },
    { term: t('tasks.fields.leads'), details: leads.join('、') },
    { term: t('tasks.fields.supports'), details: supports.join('、') },
    {
      term: t('tasks.fields.indicators'),
      details: (facts.indicators ?? []).map((one) => indicatorWords(t, one)).join('；'),
    },
    {
      term: t('tasks.fields.milestones'),
      details: (facts.milestones ?? []).map((one) => milestoneWords(t, one)).join('；'),
    },
  ];
  return (
    <div className="grid gap-4">
      {endedFrom && <NoticeBox tone="info" title={t('tasks.page.ended', { period: formatPeriod(endedFrom) })} />}
      {!endedFrom && isClosed && <NoticeBox tone="info" title={t('tasks.page.closed')} />}
      <DefinitionList items={items.filter(({ details }) => details !== '')} />
    </div>
  );
}

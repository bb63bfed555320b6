import type { ReactNode } from 'react';
import { DefinitionList } from '@/components/ui/definition-list';
import { NoticeBox } from '@/components/ui/notice-box';
import { TextLink } from '@/components/ui/text-link';
import type { Plan } from '@/lib/plans/data';
import type { PlanTask } from '@/lib/plans/lists/data';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { AgencyLinks } from './agency-links';
import { isNamedByYear } from './plan-name';

type Item = { term: string; details: ReactNode };

/** Those who led the task and lead it no more, each with the periods. */
function formerLeads(t: Translate, { leads, endedFrom }: PlanTask): Item[] {
  const former = leads.filter(({ untilPeriod }) => untilPeriod !== null && untilPeriod !== endedFrom);
  const words = former.map(({ name, untilPeriod }) =>
    t('public.task.until', { agency: name, period: untilPeriod ? formatPeriod(untilPeriod) : '' }),
  );
  return words.length > 0 ? [{ term: t('public.task.formerLeads'), details: words.join('、') }] : [];
}

function Lines({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="grid gap-1">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** Everything that the plan says of a task beside its text, as far as it says anything. */
function contentOf(t: Translate, task: PlanTask): Item[] {
  const { number, headings, measures, target, dueText } = task;
  return [
    ...(headings.length > 0 ? [{ term: t('public.task.headings'), details: headings.join(' / ') }] : []),
    ...(number ? [{ term: t('public.task.number'), details: number }] : []),
    ...(measures.length > 0 ? [{ term: t('public.task.measures'), details: <Lines texts={measures} /> }] : []),
    ...(target ? [{ term: t('public.task.target'), details: target }] : []),
    ...(dueText ? [{ term: t('public.task.due'), details: dueText }] : []),
  ];
}

/** A task in the notice's own words, with the agencies responsible. */
export function TaskFacts({ plan, task, isSample }: { plan: Plan; task: PlanTask; isSample: boolean }) {
  const t = useT();
  const { leadAgencies, supportingAgencies, endedFrom } = task;
  const supporting = {
    term: t('public.task.supportingAgencies'),
    details: `${supportingAgencies.map(({ name }) => name).join('、')}${isSample ? t('contributions.sample') : ''}`,
  };
  return (
    <>
      {endedFrom && (
        <div className="mb-4">
          <NoticeBox tone="info" title={t('public.task.ended', { period: formatPeriod(endedFrom) })} />
        </div>
      )}
      <p className="mb-5 max-w-text text-lg">{task.text}</p>
      <DefinitionList
        items={[
          ...contentOf(t, task),
          { term: t('public.task.leadAgency'), details: <AgencyLinks agencies={leadAgencies} /> },
          ...formerLeads(t, task),
          ...(supportingAgencies.length > 0 ? [supporting] : []),
          {
            term: t('public.task.plan'),
            details: (
              <TextLink href={isNamedByYear(plan) ? routes.notice() : routes.planNotice(plan.code)}>
                {plan.title}
              </TextLink>
            ),
          },
          { term: t('public.task.code'), details: task.code },
        ]}
      />
    </>
  );
}

import { DefinitionList } from '@/components/ui/definition-list';
import { TextLink } from '@/components/ui/text-link';
import type { Plan } from '@/lib/plans/data';
import type { PlanTask } from '@/lib/plans/lists/data';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';

/** A task in the notice's own words, with the agencies responsible. */
export function TaskFacts({ plan, task, isSample }: { plan: Plan; task: PlanTask; isSample: boolean }) {
  const t = useT();
  const { leadAgency, supportingAgencies } = task;
  const supporting = {
    term: t('public.task.supportingAgencies'),
    details: `${supportingAgencies.map(({ name }) => name).join('、')}${isSample ? t('contributions.sample') : ''}`,
  };
  return (
    <>
      <p className="mb-5 max-w-text text-lg">{task.text}</p>
      <DefinitionList
        items={[
          {
            term: t('public.task.leadAgency'),
            details: <TextLink href={routes.agency(leadAgency.code)}>{leadAgency.name}</TextLink>,
          },
          ...(supportingAgencies.length > 0 ? [supporting] : []),
          { term: t('public.task.plan'), details: <TextLink href={routes.notice()}>{plan.title}</TextLink> },
          { term: t('public.task.code'), details: task.code },
        ]}
      />
    </>
  );
}

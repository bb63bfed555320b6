import { DefinitionList } from '@/components/ui/definition-list';
import type { Plan } from '@/lib/plans/data';
import { formatDate } from '@/lib/text/format';
import { ruleWords } from '@/lib/text/rule-words';
import { useT } from '@/lib/text/use-t';

/** The facts of a plan: issuer, date, rule, and the numbers of agencies and tasks. */
export function PlanFacts({ plan }: { plan: Plan }) {
  const t = useT();
  return (
    <DefinitionList
      items={[
        { term: t('public.plan.issuer'), details: plan.issuer },
        { term: t('public.plan.issuedOn'), details: formatDate(plan.issuedOn) },
        {
          term: t('public.plan.contactOffice'),
          details: [plan.contactOffice, plan.contactPhone].filter(Boolean).join(' '),
        },
        { term: t('public.plan.scope'), details: t('public.plan.scopeDetails', plan.scope) },
        { term: t('public.plan.rule'), details: ruleWords(t, plan.deadlineRule, plan.rhythm) },
      ]}
    />
  );
}

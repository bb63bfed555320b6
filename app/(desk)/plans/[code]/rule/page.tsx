import type { Metadata } from 'next';
import { PlanFrame } from '@/components/plans/desk/plan-frame';
import { DeadlineTable } from '@/components/plans/rule/deadline-table';
import { MovesTable } from '@/components/plans/rule/moves-table';
import { RuleForm } from '@/components/plans/rule/rule-form';
import { SaveRuleForm } from '@/components/plans/rule/save-rule-form';
import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadPlanOfDesk } from '@/lib/plans/desk/loaders';
import { loadPlanRule, type PlanRule } from '@/lib/plans/rule/loaders';
import { getT } from '@/lib/text/get-t';
import { ruleWords } from '@/lib/text/rule-words';

export async function generateMetadata({ params }: PageProps<'/plans/[code]/rule'>): Promise<Metadata> {
  const t = getT();
  const { plan } = await loadPlanOfDesk((await params).code);
  return { title: `${t('plans.sections.rule')} ${plan.title}` };
}

/** The change that the address proposes: of an issued plan with the periods that it moves. */
function ProposedChange({ page: { plan, ruleFields, moves } }: { page: PlanRule }) {
  const t = getT();
  const isIssued = plan.status === 'issued';
  return (
    <Card className="grid gap-4">
      <SectionHeading>{t(isIssued ? 'plans.ruleForm.movesTitle' : 'plans.ruleForm.saveTitle')}</SectionHeading>
      {isIssued && (
        <>
          <p className="text-muted">{t('plans.ruleForm.movesHint')}</p>
          <MovesTable moves={moves} />
        </>
      )}
      <SaveRuleForm plan={plan} fields={ruleFields} hasReason={isIssued} moved={moves.length} />
    </Card>
  );
}

/**
 * `/plans/[code]/rule`: the deadline rule of a plan, as a form that shows the dates which follow. The coordinators of its
 * office change it; 404 for whoever holds no role of the division for its office.
 */
export default async function PlanRulePage({ params, searchParams }: PageProps<'/plans/[code]/rule'>) {
  const t = getT();
  const page = await loadPlanRule((await params).code, await searchParams);
  const { plan, done, fields, errors, rule, isChange, deadlines, mayChangeRule } = page;
  return (
    <PlanFrame plan={plan} current="rule">
      {done !== undefined && <NoticeBox tone="success" title={t('plans.ruleForm.done', { count: done })} live />}
      <Card className="grid gap-4">
        <SectionHeading>{t('plans.sections.rule')}</SectionHeading>
        <p className="font-medium">{ruleWords(t, plan.deadlineRule, plan.rhythm)}</p>
        {mayChangeRule && <RuleForm code={plan.code} fields={fields} errors={errors} />}
      </Card>
      {rule && (
        <Card className="grid gap-4">
          <SectionHeading>{t('plans.ruleForm.dates')}</SectionHeading>
          {isChange && <p className="font-medium">{ruleWords(t, rule, plan.rhythm)}</p>}
          <DeadlineTable deadlines={deadlines} caption={t('plans.ruleForm.dates')} />
        </Card>
      )}
      {mayChangeRule && isChange && <ProposedChange page={page} />}
    </PlanFrame>
  );
}

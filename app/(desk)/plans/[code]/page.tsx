import type { Metadata } from 'next';
import { PlanFacts } from '@/components/plans/desk/plan-facts';
import { PlanFrame } from '@/components/plans/desk/plan-frame';
import { TaskFileLinks } from '@/components/plans/import/task-file-links';
import { CloseForm } from '@/components/plans/lifecycle/close-form';
import { FindingsList } from '@/components/plans/lifecycle/findings-list';
import { DiscardForm, IssueForm } from '@/components/plans/lifecycle/issue-form';
import { ReopenForm } from '@/components/plans/lifecycle/reopen-form';
import { ContactForm } from '@/components/plans/settings/contact-form';
import { LateFilingChoice } from '@/components/plans/settings/late-filing-choice';
import { SettingsForm } from '@/components/plans/settings/settings-form';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadPlanOfDesk } from '@/lib/plans/desk/loaders';
import { loadPlanOverview, type PlanOverview } from '@/lib/plans/lifecycle/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export async function generateMetadata({ params }: PageProps<'/plans/[code]'>): Promise<Metadata> {
  const { plan } = await loadPlanOfDesk((await params).code);
  return { title: plan.title };
}

/** A draft: what speaks against issuing it, and its settings. */
function Draft({ overview: { plan, commands, findings, isReady, offices } }: { overview: PlanOverview }) {
  const t = getT();
  return (
    <>
      <Card className="grid gap-4">
        <SectionHeading>{t('plans.issue.title')}</SectionHeading>
        <FindingsList code={plan.code} findings={findings} />
        {commands.includes('issue') && <IssueForm plan={plan} isReady={isReady} />}
      </Card>
      {commands.includes('change') ? (
        <Card>
          <SectionHeading>{t('plans.settings.title')}</SectionHeading>
          <SettingsForm plan={plan} offices={offices} />
        </Card>
      ) : (
        <PlanFacts plan={plan} />
      )}
      {commands.includes('discard') && (
        <Card>
          <DiscardForm plan={plan} />
        </Card>
      )}
    </>
  );
}

/** An issued or a closed plan: what it says, and what can still be set. */
function Issued({ overview: { plan, commands } }: { overview: PlanOverview }) {
  const t = getT();
  return (
    <>
      <PlanFacts plan={plan} />
      {commands.includes('set-contact') && (
        <Card className="grid gap-6">
          <SectionHeading>{t('plans.settings.stillSet')}</SectionHeading>
          <ContactForm plan={plan} />
          <LateFilingChoice plan={plan} />
        </Card>
      )}
      {commands.includes('close') && (
        <Card>
          <SectionHeading>{t('plans.close.title')}</SectionHeading>
          <CloseForm plan={plan} />
        </Card>
      )}
      {commands.includes('reopen') && (
        <Card>
          <SectionHeading>{t('plans.reopen.title')}</SectionHeading>
          <ReopenForm plan={plan} />
        </Card>
      )}
    </>
  );
}

/**
 * `/plans/[code]`: what a plan says, and the acts on the whole of it. The coordinators of its office change it; 404 for
 * whoever holds no role of the division for its office.
 */
export default async function PlanPage({ params, searchParams }: PageProps<'/plans/[code]'>) {
  const t = getT();
  const overview = await loadPlanOverview((await params).code, await searchParams);
  const { plan, copyable, done } = overview;
  return (
    <PlanFrame
      plan={plan}
      current="overview"
      actions={
        <>
          {copyable && (
            <ButtonLink href={routes.planCopy(plan.code)} variant="secondary">
              {t('plans.new.copyThis')}
            </ButtonLink>
          )}
          <TaskFileLinks code={plan.code} mayImport={overview.mayChange} />
        </>
      }
    >
      {done && <NoticeBox tone="success" title={t(`plans.done.${done}`)} live />}
      {plan.status === 'draft' ? <Draft overview={overview} /> : <Issued overview={overview} />}
    </PlanFrame>
  );
}

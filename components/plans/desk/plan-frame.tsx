import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import type { DeskPlan } from '@/lib/plans/desk/data';
import { type PlanSection, planSections, routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';
import { PlanStatusTag } from './plan-status-tag';

function SectionLinks({ code, current }: { code: string; current: PlanSection }) {
  const t = useT();
  return (
    <nav aria-label={t('plans.sections.label')} className="no-print mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1 whitespace-nowrap">
        {planSections.map((section) => (
          <li key={section}>
            <a
              href={routes.planSection(code, section)}
              aria-current={section === current ? 'page' : undefined}
              className="block border-b-3 border-transparent px-3 py-2 font-medium text-muted hover:text-accent aria-[current]:border-accent aria-[current]:text-accent"
            >
              {t(`plans.sections.${section}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type PlanFrameProps = {
  plan: Pick<DeskPlan, 'code' | 'title' | 'status' | 'office'>;
  current: PlanSection;
  actions?: ReactNode;
  children: ReactNode;
};

/** The frame of every page about one plan at its desk: its title, its state and the links to its sections. */
export function PlanFrame({ plan, current, actions, children }: PlanFrameProps) {
  const t = useT();
  const section = t(`plans.sections.${current}`);
  return (
    <>
      <PageHeader
        title={plan.title}
        isCompact
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('plans.title'), href: routes.plans() },
          ...(current === 'overview'
            ? [{ label: plan.code }]
            : [{ label: plan.code, href: routes.plan(plan.code) }, { label: section }]),
        ]}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <PlanStatusTag status={plan.status} />
            <span>{t('plans.codeAndOffice', { code: plan.code, office: plan.office.name })}</span>
          </span>
        }
        actions={actions}
      />
      <SectionLinks code={plan.code} current={current} />
      <div className="grid gap-6">{children}</div>
    </>
  );
}

import { NoticeBox } from '@/components/ui/notice-box';
import { isWarning, type PlanFinding } from '@/lib/domain/plan/plan-readiness';
import { type PlanSection, routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

/** The section of the plan in which a finding is mended. */
const sections: Record<PlanFinding['code'], PlanSection> = {
  'no-tasks': 'tasks',
  'tasks-without-lead': 'tasks',
  'groups-unresolved': 'agencies',
  'no-periods': 'overview',
  'periods-past': 'overview',
  'deadlines-provisional': 'rule',
  'agencies-without-officers': 'agencies',
};

/** Names that a sentence lists; of the others it says how many. */
const mostNames = 12;

function wordsOf(t: Translate, finding: PlanFinding): string {
  const listed = (names: readonly string[]) => ({
    count: names.length,
    names: t('plans.findings.names', {
      names: names.slice(0, mostNames).join('、'),
      more: Math.max(0, names.length - mostNames),
    }),
  });
  switch (finding.code) {
    case 'tasks-without-lead':
      return t('plans.findings.tasks-without-lead', listed(finding.tasks));
    case 'groups-unresolved':
      return t('plans.findings.groups-unresolved', listed(finding.groups));
    case 'agencies-without-officers':
      return t('plans.findings.agencies-without-officers', listed(finding.agencies));
    case 'periods-past':
    case 'deadlines-provisional':
      return t(`plans.findings.${finding.code}`, listed(finding.periods.map(formatPeriod)));
    default:
      return t(`plans.findings.${finding.code}`);
  }
}

/** The reasons that speak against issuing a draft, and those to consider before, each with a link to its place. */
export function FindingsList({ code, findings }: { code: string; findings: readonly PlanFinding[] }) {
  const t = useT();
  const faults = findings.filter((finding) => !isWarning(finding));
  const listOf = (shown: readonly PlanFinding[]) => (
    <ul className="list-disc pl-5">
      {shown.map((finding) => (
        <li key={finding.code}>
          {wordsOf(t, finding)}{' '}
          <a href={routes.planSection(code, sections[finding.code])} className="link whitespace-nowrap">
            {t('plans.findings.mend', { section: t(`plans.sections.${sections[finding.code]}`) })}
          </a>
        </li>
      ))}
    </ul>
  );
  if (findings.length === 0) return <NoticeBox tone="success" title={t('plans.findings.ready')} />;
  return (
    <div className="grid gap-3">
      {faults.length > 0 && (
        <NoticeBox tone="danger" title={t('plans.findings.faults', { count: faults.length })}>
          {listOf(faults)}
        </NoticeBox>
      )}
      {findings.length > faults.length && (
        <NoticeBox tone="warning" title={t('plans.findings.warnings')}>
          {listOf(findings.filter(isWarning))}
        </NoticeBox>
      )}
    </div>
  );
}

import type { Crumb } from '@/components/ui/page-header';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';

/** 首页 › 我的报送 › 2020年第一季度 › …; without a page below it, the report itself is the last crumb. */
export function reportCrumbs(t: Translate, report: { id: string; periodCode: PeriodCode }, page?: string): Crumb[] {
  const periodName = formatPeriod(report.periodCode);
  return [
    { label: t('layout.home'), href: routes.home() },
    { label: t('filing.desk.title'), href: routes.filing() },
    ...(page ? [{ label: periodName, href: routes.report(report.id) }, { label: page }] : [{ label: periodName }]),
  ];
}

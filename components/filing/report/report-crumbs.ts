import type { Crumb } from '@/components/ui/page-header';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import { routes } from '@/lib/routes';
import { formatQuarter } from '@/lib/text/format';
import { t } from '@/lib/text/translator';

/** 首页 › 我的报送 › 2020年第一季度 › …; without a page below it, the report itself is the last crumb. */
export function reportCrumbs(report: { id: string; quarter: Quarter }, page?: string): Crumb[] {
  const quarter = formatQuarter(report.quarter);
  return [
    { label: t('site.home'), href: routes.home() },
    { label: t('filing.desk.title'), href: routes.filing() },
    ...(page ? [{ label: quarter, href: routes.report(report.id) }, { label: page }] : [{ label: quarter }]),
  ];
}

import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import { routes } from '@/lib/routes';
import type { SummaryHead } from '@/lib/summaries/data';
import { formatInstant, formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';
import { summaryAddress } from './summary-address';

type DraftHeaderProps = {
  draft: Pick<SummaryHead, 'id' | 'title' | 'plan' | 'periodCode' | 'changedAt' | 'changedBy'>;
  /** The name of a page below the draft's; absent on the draft's own page. */
  part?: string;
  actions?: ReactNode;
};

/** The draft's title, its period, and its last change. */
export function DraftHeader({ draft, part, actions }: DraftHeaderProps) {
  const t = useT();
  const { id, title, plan, periodCode, changedBy, changedAt } = draft;
  const list = summaryAddress(routes.summaries(), { plan: plan.code, quarter: periodCode });
  return (
    <PageHeader
      title={part ? t('summaries.partOf', { part, title }) : title}
      crumbs={[
        { label: t('layout.home'), href: routes.home() },
        { label: t('review.desk'), href: routes.review() },
        { label: t('summaries.desk'), href: list },
        ...(part ? [{ label: title, href: routes.summary(id) }, { label: part }] : [{ label: title }]),
      ]}
      lead={t('summaries.changed', {
        period: formatPeriod(periodCode),
        plan: plan.title,
        by: changedBy,
        at: formatInstant(changedAt),
      })}
      actions={actions}
    />
  );
}

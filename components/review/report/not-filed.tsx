import { EmptyState } from '@/components/ui/empty-state';
import type { ReportStatus } from '@/lib/domain/report/report';
import { useT } from '@/lib/text/use-division-t';

const states = ['not_started', 'draft', 'awaiting_sign_off'] as const;

/** Shown in place of a report that is not filed yet: the agency's status, and nothing of its text. */
export function NotFiled({ status }: { status: ReportStatus }) {
  const t = useT();
  const state = states.find((one) => one === status);
  return (
    <EmptyState title={t('review.report.notFiledTitle')}>
      {state && t(`review.report.notFiled.${state}`)}
      {t('review.report.notFiledHint')}
    </EmptyState>
  );
}

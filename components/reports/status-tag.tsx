import type { ReportStatus } from '@/lib/domain/report/report';
import { useT } from '@/lib/text/use-t';

const appearances: Record<ReportStatus, string> = {
  not_started: 'border-line-strong bg-neutral-soft text-neutral',
  draft: 'border-accent-line bg-accent-soft text-accent',
  awaiting_sign_off: 'border-warning-line bg-warning-soft text-warning',
  filed: 'border-success-line bg-success-soft text-success',
  returned: 'border-danger-line bg-danger-soft text-danger',
  accepted: 'border-success-line bg-success-soft text-success',
};

/** The report's status in words, on a background of its own. */
export function StatusTag({ status }: { status: ReportStatus }) {
  const t = useT();
  return (
    <span className={`rounded-md border px-2.5 py-0.5 text-sm font-medium whitespace-nowrap ${appearances[status]}`}>
      {t(`statuses.${status}`)}
    </span>
  );
}

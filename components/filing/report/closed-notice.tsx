import { extensionWords } from '@/components/reports/extension-words';
import { NoticeBox } from '@/components/ui/notice-box';
import type { ReportExtension } from '@/lib/extensions/data';
import type { ReportWithStatus } from '@/lib/filing/data';
import { routes } from '@/lib/routes';
import { deadlineWords } from '@/lib/text/deadline-words';
import { useT } from '@/lib/text/use-t';

/** Shown after the deadline: the deadline, the remaining possibilities, and the next step. */
export function ClosedNotice({ report, extension }: { report: ReportWithStatus; extension: ReportExtension | null }) {
  const t = useT();
  const times = t('filing.closed.times', { deadline: deadlineWords(report.dueOn, report.period.rule) });
  if (report.countdown?.over === 'late-filing')
    return (
      <NoticeBox tone="warning" title={t('filing.closed.lateFilingTitle')}>
        <p>{times}</p>
        <p>{t('filing.closed.lateFiling')}</p>
      </NoticeBox>
    );
  return (
    <NoticeBox tone="danger" title={t('filing.closed.title')}>
      <p>{times}</p>
      <p>{t('filing.closed.draftKept')}</p>
      {extension?.outcome === null ? (
        <p className="font-medium">{extensionWords(t, extension)}</p>
      ) : (
        <a href={routes.extensionRequest(report.id)} className="link font-medium">
          {t('filing.extension.request')}
        </a>
      )}
    </NoticeBox>
  );
}

import { NoticeBox } from '@/components/ui/notice-box';
import { formatInstant } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import { routes } from '@/lib/routes';
import { deadlineWords } from './deadline-words';
import { extensionWords } from './extension-words';
import type { ExtensionFacts, StandingReport } from './report-facts';

/** Shown after the deadline: the deadline, the present time, the remaining possibilities, and the next step. */
export function ClosedNotice({ report, extension }: { report: StandingReport; extension: ExtensionFacts | null }) {
  return (
    <NoticeBox tone="danger" title={t('filing.closed.title')}>
      <p>{t('filing.closed.times', { deadline: deadlineWords(report), now: formatInstant(report.now) })}</p>
      <p>{t('filing.closed.draftKept')}</p>
      {extension?.outcome === null ? (
        <p className="font-medium">{extensionWords(extension)}</p>
      ) : (
        <a href={routes.extensionRequest(report.id)} className="link font-medium">
          {t('filing.extension.request')}
        </a>
      )}
    </NoticeBox>
  );
}

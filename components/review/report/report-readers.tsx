'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { isPortalAvailable } from '@/components/live/portal-available';
import { Writers } from '@/components/live/writers';
import { Button } from '@/components/ui/button';
import { NoticeBox } from '@/components/ui/notice-box';
import { routes } from '@/lib/routes';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';
import { useReportNews } from './use-report-news';

const steps = [
  'report-filed',
  'report-withdrawn',
  'review-begun',
  'report-accepted',
  'report-returned',
  'report-reopened',
  'extension-requested',
  'extension-decided',
  'extension-taken-back',
  'report-deadline-moved',
  'report-skipped',
  'report-filing-stopped',
  'report-filing-resumed',
  'report-opening-moved',
  'late-filing-opened',
  'late-filing-closed',
  'publication-proposed',
  'report-published',
  'publication-declined',
  'publication-taken-back',
  'publication-withdrawn',
] as const;

const nobodyWrites = () => null;

function stepWords(t: Translate, names: readonly string[]): string {
  const known = steps.filter((step) => names.includes(step)).map((step) => t(`review.history.names.${step}`));
  return known.length > 0 ? t('review.updates.changedBy', { steps: known.join('、') }) : t('review.updates.changed');
}

type ReportReadersProps = {
  reportId: string;
  /** The newest event that the page shows. */
  after: string;
};

/**
 * Shows who else of the division has the report open, and events that others caused meanwhile. The page is refreshed
 * only on request, because whoever decides must first see what has changed.
 */
export function ReportReaders({ reportId, after }: ReportReadersProps) {
  const t = useT();
  const router = useRouter();
  const [names, setNames] = useState<readonly string[]>([]);
  const [isUnavailable, setIsUnavailable] = useState(false);
  const [isPending, startTransition] = useTransition();
  const { others, isElsewhere } = useReportNews({
    address: routes.liveReview(reportId),
    after,
    onChanged: ({ name, isYou }) => !isYou && setNames((known) => [...known, name]),
  });
  const readAnew = () =>
    startTransition(async () => {
      const answers = await isPortalAvailable();
      startTransition(() => {
        setIsUnavailable(!answers);
        if (!answers) return;
        router.refresh();
        setNames([]);
      });
    });
  return (
    <div className="no-print">
      <Writers writers={others} isElsewhere={isElsewhere} taskNumberOf={nobodyWrites} />
      <div role="status" className="mb-6 empty:hidden">
        {names.length > 0 && (
          <NoticeBox tone="warning" title={stepWords(t, names)}>
            <p className="mb-3">{t(isUnavailable ? 'review.updates.unavailable' : 'review.updates.changedHint')}</p>
            <Button variant="secondary" onClick={readAnew} disabled={isPending}>
              {t('review.updates.readAnew')}
            </Button>
          </NoticeBox>
        )}
      </div>
    </div>
  );
}

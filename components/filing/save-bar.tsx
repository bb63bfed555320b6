'use client';

import { buttonClass } from '@/components/ui/button';
import { formatInstant } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import { deadlineWords, timeLeftWords } from './deadline-words';
import type { StandingReport } from './report-facts';
import { StatusTag } from './status-tag';

export type LastSaved = { at: Date; by: string } | null;

type SaveBarProps = {
  report: StandingReport;
  lastSaved: LastSaved;
  isPending: boolean;
  isUnsaved: boolean;
  isSaved: boolean;
};

function saveWords({ lastSaved, isPending, isUnsaved, isSaved }: Omit<SaveBarProps, 'report'>): string {
  if (isPending) return t('filing.editor.saving');
  if (isUnsaved) return t('filing.editor.unsaved');
  if (!lastSaved) return t('filing.editor.neverSaved');
  const values = { at: formatInstant(lastSaved.at), by: lastSaved.by };
  return t(isSaved ? 'filing.editor.saved' : 'filing.editor.lastSaved', values);
}

/** Always in sight: where the report stands, how long is left, whether all is saved, and the two ways to save. */
export function SaveBar({ report, ...saving }: SaveBarProps) {
  const words = saveWords(saving);
  return (
    <div className="no-print sticky bottom-0 z-10 -mx-4 mt-6 border-t border-line-strong bg-surface px-4 py-3 shadow-[0_-2px_8px_rgb(18_38_63/8%)] md:mx-0 md:rounded-t-lg md:border-x">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 text-sm">
          <p className="flex flex-wrap items-center gap-x-3">
            <StatusTag status={report.status} />
            <span className="max-sm:hidden">{t('filing.editor.dueOn', { deadline: deadlineWords(report) })}</span>
            <strong className={`font-semibold ${report.isOverdue ? 'text-danger' : ''}`}>
              {timeLeftWords(report)}
            </strong>
          </p>
          <p className={saving.isUnsaved ? 'text-warning' : 'text-muted'}>{words}</p>
          <p role="status" className="sr-only">
            {saving.isSaved && !saving.isUnsaved ? words : ''}
          </p>
        </div>
        {/* aria-disabled, because a button that is disabled while it works loses the keyboard's focus. */}
        <div className="flex gap-3 max-sm:w-full">
          {(['save', 'check'] as const).map((intent) => (
            <button
              key={intent}
              type="submit"
              name="intent"
              value={intent}
              aria-disabled={saving.isPending}
              className={buttonClass(intent === 'save' ? 'secondary' : 'primary', 'max-sm:flex-1 max-sm:px-2')}
            >
              {t(intent === 'save' ? 'commands.save' : 'filing.editor.saveAndCheck')}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}

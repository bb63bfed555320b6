'use client';

import type { EditorEntry } from '@/components/reports/entry-fields';
import { Button } from '@/components/ui/button';
import { insertText } from '@/components/ui/insert-text';
import { WrittenText } from '@/components/ui/written-text';
import { type Section, textOf } from '@/lib/domain/report/entry';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

/** Appends a text to a field. */
function append(fieldId: string, text: string): void {
  const area = document.getElementById(fieldId);
  if (!(area instanceof HTMLTextAreaElement)) return;
  area.setSelectionRange(area.value.length, area.value.length);
  insertText(area, area.value === '' || area.value.endsWith('\n') ? text : `\n${text}`);
}

type LastPeriodProps = { entry: EditorEntry; section: Section; fieldId: string };

/** Last period's text of a section, to start from; the progress also shows what was planned then. */
export function LastPeriod({ entry, section, fieldId }: LastPeriodProps) {
  const t = useT();
  const { lastPeriod, form } = entry;
  if (!lastPeriod) return null;
  const periodName = formatPeriod(lastPeriod.periodCode);
  const earlier = textOf(lastPeriod, section);
  const planned = section === 'progress' ? textOf(lastPeriod, 'nextSteps') : '';
  return (
    <div className="no-print mt-1 grid gap-2 text-sm">
      {planned !== '' && (
        <div className="rounded-md border-l-4 border-accent-line bg-accent-soft px-4 py-2">
          <p className="font-medium">{t('filing.previous.planned', { period: periodName })}</p>
          <WrittenText text={planned} />
        </div>
      )}
      {earlier !== '' && (
        <details>
          <summary className="link w-fit">
            {t('filing.previous.earlier', { period: periodName, section: fieldLabel(t, form, section) })}
          </summary>
          <div className="mt-2 grid gap-2 border-l-2 border-line pl-4">
            <WrittenText text={earlier} />
            <p>
              <Button variant="secondary" onClick={() => append(fieldId, earlier)}>
                {t('filing.previous.start')}
              </Button>
            </p>
          </div>
        </details>
      )}
    </div>
  );
}

'use client';

import { type ReactNode, useCallback } from 'react';
import { keptFile, uploadPlace } from '@/components/evidence/uploads';
import type { StoredEntry } from '@/components/filing/editor/autosave/field-states';
import { KeptTextsList } from '@/components/filing/editor/autosave/kept-texts-list';
import { useKeptFields } from '@/components/filing/editor/autosave/use-kept-fields';
import type { KeptText } from '@/components/forms/kept-texts/kept-texts';
import { useKeptTexts } from '@/components/forms/kept-texts/use-kept-texts';
import { Button, ButtonLink } from '@/components/ui/button';
import { NoticeBox } from '@/components/ui/notice-box';
import type { EntryForm } from '@/lib/domain/report/entry';
import { routes } from '@/lib/routes';
import { formatFileSize } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

type UnsavedGuardProps = {
  report: { id: string; accountId: string };
  form: EntryForm;
  entries: readonly (StoredEntry & { taskCode: string })[];
  /** The name and the size of every stored file. */
  files: readonly { name: string; size: number }[];
  children: ReactNode;
};

function UnfinishedFiles({ kept, drop }: { kept: readonly KeptText[]; drop: (text: KeptText) => void }) {
  const t = useT();
  return (
    <ul className="mt-2 grid gap-2">
      {kept.map((text) => {
        const { name, size } = keptFile(text);
        return (
          <li key={`${text.tabId} ${text.field}`} className="flex flex-wrap items-center gap-x-4">
            <span>{t('filing.check.unfinishedFile', { name, size: formatFileSize(size) })}</span>
            <Button variant="secondary" aria-label={`${t('autosave.discard')}：${name}`} onClick={() => drop(text)}>
              {t('autosave.discard')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/**
 * Stands before the button that submits a report: while this browser keeps texts of it that are not saved, or files that
 * are not uploaded, these are shown instead, to be put back or dropped.
 */
export function UnsavedGuard({ report, form, entries, files, children }: UnsavedGuardProps) {
  const t = useT();
  const texts = useKeptFields(report, entries, form);
  const isUploaded = useCallback(
    (text: KeptText) => {
      const { name, size } = keptFile(text);
      return files.some((file) => file.name === name && file.size === size);
    },
    [files],
  );
  const uploads = useKeptTexts(report.accountId, uploadPlace(report.id), isUploaded);
  const count = texts.kept.length + uploads.kept.length;
  if (count === 0) return children;
  return (
    <section aria-label={t('autosave.keptTexts')}>
      <NoticeBox tone="warning" title={t('filing.check.unsaved', { count })} live>
        <KeptTextsList kept={texts.kept} tasks={entries} form={form} drop={texts.drop} />
        {uploads.kept.length > 0 && <UnfinishedFiles kept={uploads.kept} drop={uploads.drop} />}
        <p className="mt-4">
          <ButtonLink href={routes.report(report.id)}>{t('filing.check.putBack')}</ButtonLink>
        </p>
      </NoticeBox>
    </section>
  );
}

'use client';

import { type ReactNode, useActionState } from 'react';
import { KeptTextsList } from '@/components/filing/editor/autosave/kept-texts-list';
import { useKeptFields } from '@/components/filing/editor/autosave/use-kept-fields';
import { FormProblem } from '@/components/forms/form-problem';
import type { EditorEntry } from '@/components/reports/entry-fields';
import { NoticeBox } from '@/components/ui/notice-box';
import type { EntryForm } from '@/lib/domain/report/entry';
import { saveReportAction } from '@/lib/filing/actions';
import type { ReportWithStatus } from '@/lib/filing/data';
import { idle } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-t';
import { ReportForm } from './report-form';
import type { LastSaved } from './save-bar';
import { UnsavedText } from './unsaved-text';

type ReportEditorProps = {
  report: ReportWithStatus & { accountId: string; form: EntryForm };
  entries: EditorEntry[];
  lastSaved: LastSaved;
  canSave: boolean;
  children: ReactNode;
};

/** Texts kept in this browser for a report that cannot be saved, to be copied. */
function Leftovers({ report, entries }: Pick<ReportEditorProps, 'report' | 'entries'>) {
  const t = useT();
  const { kept, drop } = useKeptFields(report, entries, report.form);
  if (kept.length === 0) return null;
  return (
    <section aria-label={t('autosave.keptTexts')} className="no-print mb-6">
      <NoticeBox tone="warning" title={t('autosave.leftover', { count: kept.length })} live>
        <KeptTextsList kept={kept} tasks={entries} form={report.form} drop={drop} />
      </NoticeBox>
    </section>
  );
}

/**
 * The whole report in one form. If it can no longer be saved, its text is shown instead (`children`), with any typed
 * text that could not be saved.
 */
export function ReportEditor({ canSave, children, ...props }: ReportEditorProps) {
  const [state, action] = useActionState(saveReportAction, idle);
  if (canSave) return <ReportForm {...props} posted={state} action={action} />;
  return (
    <>
      <FormProblem state={state} />
      <UnsavedText entries={props.entries} state={state} />
      <Leftovers report={props.report} entries={props.entries} />
      {children}
    </>
  );
}

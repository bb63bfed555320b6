'use client';

import { type ReactNode, useActionState, useState } from 'react';
import { KeptTextsPanel } from '@/components/autosave/kept-texts-panel';
import { newTabId } from '@/components/live/tab-id';
import { saveReportAction } from '@/lib/reports/actions';
import { idle } from '@/lib/schemas/form-state';
import { type EditorEntry, savedContent } from './entry-fields';
import { FormProblem } from './form-problem';
import type { StandingReport } from './report-facts';
import { ReportForm } from './report-form';
import type { LastSaved } from './save-bar';
import { UnsavedText } from './unsaved-text';

type ReportEditorProps = {
  report: StandingReport & { accountId: string };
  entries: EditorEntry[];
  lastSaved: LastSaved;
  canSave: boolean;
  children: ReactNode;
};

/**
 * The whole report in one form. Where it cannot be saved any more, the text as it stands is shown instead (`children`),
 * with whatever was typed meanwhile and could not be saved.
 */
export function ReportEditor({ canSave, children, ...props }: ReportEditorProps) {
  const [state, action] = useActionState(saveReportAction, idle);
  const [tabId] = useState(newTabId);
  if (canSave) return <ReportForm {...props} tabId={tabId} posted={state} action={action} />;
  return (
    <>
      <FormProblem state={state} />
      <UnsavedText entries={props.entries} state={state} />
      <KeptTextsPanel
        report={props.report}
        tabId=""
        tasks={props.entries}
        storedContent={(key) => savedContent(props.entries, key)}
      />
      {children}
    </>
  );
}

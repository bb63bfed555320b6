'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { removeEvidenceAction } from '@/lib/evidence/actions';
import type { EvidenceRow } from '@/lib/evidence/data';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { EvidenceFile } from './evidence-file';

/** Removes a file; gives the reason for a refusal, or '' when it is removed. */
async function problemOfRemoving(t: Translate, { id, reportId }: EvidenceRow): Promise<string> {
  const form = new FormData();
  form.set('reportId', reportId);
  form.set('evidenceId', id);
  const state = await removeEvidenceAction({ status: 'idle' }, form).catch(() => null);
  if (state?.status === 'done') return '';
  if (state?.status === 'refused') return refusalSentence(t, state.refusal);
  return state?.status === 'failed'
    ? t('evidence.failed', { reference: state.reference })
    : t('filing.problem.unanswered');
}

type QuestionProps = { file: EvidenceRow; isPending: boolean; problem: string; confirm: () => void; keep: () => void };

function Question({ file, isPending, problem, confirm, keep }: QuestionProps) {
  const t = useT();
  return (
    <div className="mt-2 grid gap-2 rounded-md border border-warning-line bg-warning-soft px-4 py-3">
      <p>{t('evidence.removeQuestion', { name: file.name })}</p>
      {problem && (
        <p role="alert" className="text-sm font-medium text-danger">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button variant="danger" autoFocus disabled={isPending} onClick={confirm}>
          {t('evidence.confirmRemove')}
        </Button>
        <Button variant="secondary" onClick={keep}>
          {t('evidence.keep')}
        </Button>
      </div>
    </div>
  );
}

/** A file with a button that removes it after a confirmation. */
export function RemovableFile({ file, onRemoved }: { file: EvidenceRow; onRemoved: (file: EvidenceRow) => void }) {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  const [wasKept, setKept] = useState(false);
  const [problem, setProblem] = useState('');
  const [isPending, startTransition] = useTransition();
  const confirm = () =>
    startTransition(async () => {
      const found = await problemOfRemoving(t, file);
      setProblem(found);
      if (!found) onRemoved(file);
    });
  return (
    <li className="border-b border-line pb-2 last:border-b-0 last:pb-0">
      <div className="flex items-center justify-between gap-4">
        <EvidenceFile file={file} />
        {!isAsking && (
          <Button
            variant="quiet"
            className="shrink-0"
            autoFocus={wasKept}
            aria-label={t('evidence.removeOf', { name: file.name })}
            onClick={() => setAsking(true)}
          >
            {t('evidence.remove')}
          </Button>
        )}
      </div>
      {isAsking && (
        <Question
          file={file}
          isPending={isPending}
          problem={problem}
          confirm={confirm}
          keep={() => {
            setAsking(false);
            setKept(true);
            setProblem('');
          }}
        />
      )}
    </li>
  );
}

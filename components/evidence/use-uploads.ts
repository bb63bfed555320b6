import { useRef, useState } from 'react';
import { checkBeforeSending, refuseOneMore } from '@/lib/domain/report/evidence';
import type { EvidenceLimits } from '@/lib/domain/report/evidence-files';
import type { EvidenceRow } from '@/lib/evidence/data';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { type SendAnswer, sendFile } from './send-file';

export type UploadRow = {
  key: number;
  file: File;
  sent: number;
  state: 'waiting' | 'sending' | 'refused';
  problem: string;
};

type Setting = {
  reportId: string;
  taskId: string;
  limits: EvidenceLimits;
  /** The number of files that the entry has. */
  present: number;
  onAdded: (file: EvidenceRow) => void;
  say: (words: string) => void;
};

function problemOf(t: Translate, answer: SendAnswer): string {
  if (answer.kind === 'refused') return refusalSentence(t, answer.refusal);
  if (answer.kind === 'failed') return t('evidence.failed', { reference: answer.reference });
  return answer.kind === 'unreachable' ? t('evidence.unreachable') : '';
}

/**
 * Decides which of the chosen files may be sent, with the reasons against the others; `expected` counts the files that
 * are stored or being uploaded.
 */
function admit(
  t: Translate,
  files: readonly File[],
  expected: number,
  limits: EvidenceLimits,
): Omit<UploadRow, 'key'>[] {
  let count = expected;
  return files.map((file) => {
    const checked = checkBeforeSending(file, limits);
    const refusal = checked.ok ? refuseOneMore(count, limits.perEntry) : checked.refusal;
    if (refusal) return { file, sent: 0, state: 'refused', problem: refusalSentence(t, refusal) };
    count += 1;
    return { file, sent: 0, state: 'waiting', problem: '' };
  });
}

/** The rows shown in the list. */
function useRows() {
  const [rows, setRows] = useState<UploadRow[]>([]);
  return {
    rows,
    append: (added: readonly UploadRow[]) => setRows((present) => [...present, ...added]),
    drop: (key: number) => setRows((present) => present.filter((row) => row.key !== key)),
    change: (key: number, changed: Partial<UploadRow>) =>
      setRows((present) => present.map((row) => (row.key === key ? { ...row, ...changed } : row))),
  };
}

/** Uploads one file after another; files that can be refused beforehand are not sent at all. */
export function useUploads(setting: Setting) {
  const t = useT();
  const { rows: uploads, append, drop, change } = useRows();
  const queue = useRef<UploadRow[]>([]);
  const sending = useRef<{ key: number; cancel: () => void } | null>(null);
  const lastKey = useRef(0);

  const sendNext = async () => {
    const row = sending.current ? undefined : queue.current.shift();
    if (!row) return;
    const { key, file } = row;
    change(key, { state: 'sending' });
    const { answer, cancel } = sendFile(file, setting, (sent) => change(key, { sent }));
    sending.current = { key, cancel };
    const answered = await answer;
    sending.current = null;
    const problem = problemOf(t, answered);
    if (problem) change(key, { state: 'refused', problem });
    else drop(key);
    if (answered.kind === 'added') setting.onAdded(answered.file);
    if (answered.kind === 'cancelled') setting.say(t('evidence.cancelled', { name: file.name }));
    void sendNext();
  };

  const add = (files: readonly File[]) => {
    const expected = setting.present + queue.current.length + (sending.current ? 1 : 0);
    const rows = admit(t, files, expected, setting.limits).map((row) => ({ ...row, key: ++lastKey.current }));
    append(rows);
    queue.current.push(...rows.filter(({ state }) => state === 'waiting'));
    void sendNext();
  };

  const cancel = (key: number) => {
    if (sending.current?.key === key) return sending.current.cancel();
    queue.current = queue.current.filter((row) => row.key !== key);
    drop(key);
  };
  return { uploads, add, cancel };
}

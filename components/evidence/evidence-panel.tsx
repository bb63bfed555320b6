'use client';

import { useRef, useState } from 'react';
import type { EvidenceLimits } from '@/lib/domain/report/evidence-files';
import type { EvidenceRow } from '@/lib/evidence/data';
import { useT } from '@/lib/text/use-t';
import { DropZone } from './drop-zone';
import { EvidenceFile } from './evidence-file';
import { PendingScan } from './pending-scan';
import { RemovableFile } from './removable-file';
import { UploadList } from './upload-list';
import { useTaskUploads } from './use-uploads';

type EvidencePanelProps = {
  reportId: string;
  taskId: string;
  /** The task's number on the page, from 1. */
  taskNumber: string;
  files: readonly EvidenceRow[];
  canEdit: boolean;
  limits: EvidenceLimits;
};

/** The files as rendered by the server, with those added and removed since, until the server renders the same. */
function useFiles(files: readonly EvidenceRow[]) {
  const [added, setAdded] = useState<EvidenceRow[]>([]);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const known = new Set(files.map(({ id }) => id));
  const all = [...files, ...added.filter(({ id }) => !known.has(id))];
  return {
    shown: all.filter(({ id }) => !removed.includes(id)),
    add: (file: EvidenceRow) => setAdded((rows) => [...rows, file]),
    remove: ({ id }: EvidenceRow) => setRemoved((ids) => [...ids, id]),
  };
}

/** The evidence files of one entry in the editor: add by dropping or choosing, download, remove. */
export function EvidencePanel({ reportId, taskId, taskNumber, files, canEdit, limits }: EvidencePanelProps) {
  const t = useT();
  const id = `evidence-${taskId}`;
  const [words, say] = useState('');
  const chooser = useRef<HTMLButtonElement>(null);
  const { shown, add, remove } = useFiles(files);
  const uploading = useTaskUploads(taskId, ({ name }, answer) => {
    if (answer.kind === 'added') add(answer.file);
    if (answer.kind === 'added' || answer.kind === 'cancelled') say(t(`evidence.${answer.kind}`, { name }));
  });
  // The clicked button disappears with its row, so the focus moves on.
  const drop = (keys: readonly string[]) => {
    uploading.drop(keys);
    chooser.current?.focus();
  };
  const onRemoved = (file: EvidenceRow) => {
    remove(file);
    say(t('evidence.removed', { name: file.name }));
    chooser.current?.focus();
  };
  const pending = shown.filter(({ scan }) => scan === 'pending').map((file) => file.id);
  return (
    <section
      aria-label={t('evidence.panel', { number: taskNumber })}
      className="mt-6 grid gap-3 border-t border-line pt-5"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-medium">{t('evidence.title')}</h3>
        <span className="text-xs text-muted">
          {t('evidence.count', { count: shown.length, limit: limits.perEntry })}
        </span>
      </div>
      {shown.length > 0 && (
        <ul className="grid gap-2">
          {shown.map((file) =>
            canEdit ? (
              <RemovableFile key={file.id} file={file} onRemoved={onRemoved} />
            ) : (
              <li key={file.id}>
                <EvidenceFile file={file} />
              </li>
            ),
          )}
        </ul>
      )}
      {canEdit && <UploadList uploads={uploading.uploads} drop={drop} />}
      {canEdit && (
        <DropZone
          id={id}
          taskNumber={taskNumber}
          limits={limits}
          chooser={chooser}
          add={(added) => uploading.add(added, shown.length)}
        />
      )}
      <p role="status" className="sr-only">
        {words}
      </p>
      {pending.length > 0 && <PendingScan reportId={reportId} ids={pending} />}
    </section>
  );
}

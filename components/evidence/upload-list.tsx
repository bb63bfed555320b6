'use client';

import { Button } from '@/components/ui/button';
import { formatFileSize } from '@/lib/text/format';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import type { Upload, UploadProblem } from './uploads';

function stateWords(t: Translate, { isSending, sent, size }: Upload): string {
  if (!isSending) return t('evidence.waiting');
  if (sent >= size) return t('evidence.checking');
  return t('evidence.sending', { percent: Math.floor((sent / size) * 100) });
}

function problemWords(t: Translate, problem: UploadProblem): string {
  if (problem.kind === 'refused') return refusalSentence(t, problem.refusal);
  if (problem.kind === 'failed') return t('evidence.failed', { reference: problem.reference });
  return t(`evidence.${problem.kind}`);
}

type UploadListProps = { uploads: readonly Upload[]; drop: (keys: readonly string[]) => void };

/** All files that could not be uploaded, with the reasons, in one box. */
function NotUploaded({ uploads, drop }: UploadListProps) {
  const t = useT();
  return (
    <div
      data-not-uploaded
      className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1 rounded-md border border-danger-line bg-danger-soft px-4 py-2"
    >
      <div role="alert" className="min-w-0">
        <ul className="grid gap-2 text-sm text-danger">
          {uploads.map(({ key, name, size, problem }) => (
            <li key={key}>
              <strong className="font-semibold">{name}</strong>
              {size > 0 && <span className="ml-2">{formatFileSize(size)}</span>}
              <span className="block">{problem && problemWords(t, problem)}</span>
            </li>
          ))}
        </ul>
      </div>
      <Button
        variant="quiet"
        aria-label={t('evidence.dismissOf', { names: uploads.map(({ name }) => name).join('、') })}
        onClick={() => drop(uploads.map(({ key }) => key))}
      >
        {t('evidence.dismiss')}
      </Button>
    </div>
  );
}

function UnderWay({ upload, drop }: { upload: Upload; drop: UploadListProps['drop'] }) {
  const t = useT();
  const { key, name, size, sent } = upload;
  return (
    <li className="flex items-center justify-between gap-4 rounded-md border border-line px-4 py-2">
      <div className="grid min-w-0 flex-1 gap-1">
        <span className="text-sm">{name}</span>
        <progress
          value={sent}
          max={size}
          aria-label={t('evidence.progressOf', { name })}
          className="h-2 w-full appearance-none overflow-hidden rounded-sm bg-neutral-soft [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-neutral-soft [&::-webkit-progress-value]:bg-accent"
        />
        <span className="text-xs text-muted">{stateWords(t, upload)}</span>
      </div>
      <Button variant="quiet" aria-label={t('evidence.cancelOf', { name })} onClick={() => drop([key])}>
        {t('evidence.cancel')}
      </Button>
    </li>
  );
}

/** Running uploads, and files that could not be uploaded with the reasons. */
export function UploadList({ uploads, drop }: UploadListProps) {
  const running = uploads.filter(({ problem }) => problem === null);
  const failed = uploads.filter(({ problem }) => problem !== null);
  return (
    <>
      {running.length > 0 && (
        <ul className="grid gap-2">
          {running.map((upload) => (
            <UnderWay key={upload.key} upload={upload} drop={drop} />
          ))}
        </ul>
      )}
      {failed.length > 0 && <NotUploaded uploads={failed} drop={drop} />}
    </>
  );
}

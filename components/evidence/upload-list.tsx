'use client';

import { Button } from '@/components/ui/button';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import type { UploadRow } from './use-uploads';

function stateWords(t: Translate, { state, sent, file }: UploadRow): string {
  if (state === 'waiting') return t('evidence.waiting');
  if (sent >= file.size) return t('evidence.checking');
  return t('evidence.sending', { percent: Math.floor((sent / file.size) * 100) });
}

type UploadProps = { upload: UploadRow; cancel: (key: number) => void };

function Refused({ upload, cancel }: UploadProps) {
  const t = useT();
  const { name } = upload.file;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-md border border-danger-line bg-danger-soft px-4 py-2">
      <p role="alert" className="min-w-0 text-sm text-danger">
        <strong className="font-semibold">{name}</strong>
        <span className="block">{upload.problem}</span>
      </p>
      <Button variant="quiet" aria-label={t('evidence.dismissOf', { name })} onClick={() => cancel(upload.key)}>
        {t('evidence.dismiss')}
      </Button>
    </li>
  );
}

function UnderWay({ upload, cancel }: UploadProps) {
  const t = useT();
  const { name, size } = upload.file;
  return (
    <li className="flex items-center justify-between gap-4 rounded-md border border-line px-4 py-2">
      <div className="grid min-w-0 flex-1 gap-1">
        <span className="text-sm">{name}</span>
        <progress
          value={upload.sent}
          max={size}
          aria-label={t('evidence.progressOf', { name })}
          className="h-2 w-full appearance-none overflow-hidden rounded-sm bg-neutral-soft [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-neutral-soft [&::-webkit-progress-value]:bg-accent"
        />
        <span className="text-xs text-muted">{stateWords(t, upload)}</span>
      </div>
      <Button variant="quiet" aria-label={t('evidence.cancelOf', { name })} onClick={() => cancel(upload.key)}>
        {t('evidence.cancel')}
      </Button>
    </li>
  );
}

/** Running uploads, and refused files with the reasons. */
export function UploadList({ uploads, cancel }: { uploads: readonly UploadRow[]; cancel: (key: number) => void }) {
  if (uploads.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {uploads.map((upload) =>
        upload.state === 'refused' ? (
          <Refused key={upload.key} upload={upload} cancel={cancel} />
        ) : (
          <UnderWay key={upload.key} upload={upload} cancel={cancel} />
        ),
      )}
    </ul>
  );
}

'use client';

import { type DragEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { EvidenceLimits } from '@/lib/domain/report/evidence-files';
import { formatFileSize } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

type DropZoneProps = {
  id: string;
  taskNumber: string;
  limits: EvidenceLimits;
  chooser: RefObject<HTMLButtonElement | null>;
  add: (files: File[]) => void;
};

/** Without this, a file dropped outside the zone would replace the page, and the typed text would be lost. */
function useNothingLeavesThePage() {
  useEffect(() => {
    const stay = (event: globalThis.DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    window.addEventListener('dragover', stay);
    window.addEventListener('drop', stay);
    return () => {
      window.removeEventListener('dragover', stay);
      window.removeEventListener('drop', stay);
    };
  }, []);
}

/**
 * The area on which files are dropped or chosen by a button; it names the accepted kinds, and what must never be
 * uploaded.
 */
export function DropZone({ id, taskNumber, limits, chooser, add }: DropZoneProps) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  useNothingLeavesThePage();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  const accept = limits.kinds.map((kind) => `.${kind}`).concat(limits.kinds.includes('jpg') ? ['.jpeg'] : []);
  return (
    <fieldset
      aria-label={t('evidence.chooseFor', { number: taskNumber })}
      aria-describedby={`${id}-hint`}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`grid gap-1 rounded-md border border-dashed px-4 py-3 ${isOver ? 'border-accent bg-accent-soft' : 'border-line-strong'}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="hidden sm:inline">{isOver ? t('evidence.dropHere') : t('evidence.drop')}</span>
        <Button
          ref={chooser}
          variant="secondary"
          aria-label={t('evidence.chooseFor', { number: taskNumber })}
          aria-describedby={`${id}-hint`}
          onClick={() => input.current?.click()}
        >
          {t('evidence.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={accept.join(',')}
          onChange={({ currentTarget }) => {
            add([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </div>
      <p id={`${id}-hint`} className="text-sm text-muted">
        <strong className="font-semibold text-danger">{t('evidence.secrecy')}</strong>
        {t('evidence.hint', { kinds: limits.kinds.join('、'), size: formatFileSize(limits.bytes) })}
      </p>
      <noscript>
        <p className="text-sm font-medium text-warning">{t('evidence.noScript')}</p>
      </noscript>
    </fieldset>
  );
}

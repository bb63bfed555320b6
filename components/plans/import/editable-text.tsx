'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import type { HeadField } from '@/lib/domain/plan/plan-import';
import { useT } from '@/lib/text/use-division-t';
import { useEdit } from './use-edit';

/** A change without the text that is still to be typed. */
type Place = { kind: 'cell'; row: number; column: number } | { kind: 'head'; field: HeadField };

type EditableTextProps = {
  importId: string;
  text: string;
  /** Names the place, as in 第3行牵头单位. */
  label: string;
  at: Place;
  isMuted?: boolean;
  describedBy?: string;
};

/** A text that is pressed to be changed and saved when it is left; Escape leaves it as it was. */
export function EditableText({ importId, text, label, at, isMuted, describedBy }: EditableTextProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { edit, isPending, problem } = useEdit(importId);
  const save = (typed: string) => {
    if (typed === text) setOpen(false);
    else edit({ ...at, text: typed }, text, () => setOpen(false));
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') {
      event.currentTarget.value = text;
      setOpen(false);
      requestAnimationFrame(() => button.current?.focus());
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.blur();
  };
  if (!isOpen)
    return (
      <button
        ref={button}
        type="button"
        onClick={() => setOpen(true)}
        {...(text === '' && { 'aria-label': `${label}${t('imports.preview.empty')}` })}
        aria-describedby={describedBy}
        className={isMuted ? 'text-button text-muted' : 'text-button'}
      >
        {text || t('imports.preview.empty')}
      </button>
    );
  return (
    <>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: the press that opened the cell asked for it
        autoFocus
        rows={Math.min(8, Math.max(1, Math.ceil(text.length / 12)))}
        defaultValue={text}
        aria-label={label}
        title={t('imports.preview.cellHint')}
        onKeyDown={press}
        onBlur={(event) => save(event.currentTarget.value)}
        readOnly={isPending}
        className="control w-full px-1 py-0.5 text-sm"
      />
      {isPending && (
        <p role="status" className="text-xs text-muted">
          {t('imports.preview.saving')}
        </p>
      )}
      {problem && (
        <p role="alert" className="text-sm font-medium text-danger">
          {problem}
        </p>
      )}
    </>
  );
}

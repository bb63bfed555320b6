import { t } from '@/lib/messages/translator';
import type { FormState } from '@/lib/schemas/form-state';

type StoredMeanwhileProps = { state: FormState; stored: string; typed: string };

const sameLines = (text: string) => text.replace(/\r\n?/g, '\n');

/** After somebody else was faster: the text that they stored, beneath the field whose text differs from it. */
export function StoredMeanwhile({ state, stored, typed }: StoredMeanwhileProps) {
  const isStale = state.status === 'refused' && state.refusal.code === 'stale';
  if (!isStale || sameLines(typed) === sameLines(stored)) return null;
  return (
    <div className="mt-2 rounded-md border border-warning-line bg-warning-soft px-4 py-2 text-sm">
      <p className="font-medium text-warning">{t('filing.stale.stored')}</p>
      <p className="whitespace-pre-wrap">{stored === '' ? t('filing.text.empty') : stored}</p>
    </div>
  );
}

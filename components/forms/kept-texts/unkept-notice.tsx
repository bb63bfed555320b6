'use client';

import { useSyncExternalStore } from 'react';
import { NoticeBox } from '@/components/ui/notice-box';
import { useT } from '@/lib/text/use-t';
import { canSeal } from './sealing';

const never = () => () => undefined;

/** Says that this browser cannot keep unsaved text: it encrypts for https alone. */
export function UnkeptNotice() {
  const t = useT();
  const isKept = useSyncExternalStore(never, canSeal, () => true);
  if (isKept) return null;
  return (
    <div className="no-print mb-6">
      <NoticeBox tone="warning">{t('forms.unkept')}</NoticeBox>
    </div>
  );
}

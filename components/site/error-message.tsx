'use client';

import { Button } from '@/components/ui/button';
import { t } from '@/lib/messages/translator';
import { PlainMessage } from './plain-message';

export type ErrorMessageProps = {
  /** Under which the log holds the failure. */
  reference?: string;
  retry: () => void;
};

export default function ErrorMessage({ reference, retry }: ErrorMessageProps) {
  return (
    <PlainMessage site={t('site.name')} title={t('public.error.title')}>
      <p>{t('public.error.lead')}</p>
      {reference && <p className="text-muted">{t('public.error.reference', { reference })}</p>}
      <Button onClick={retry} className="mt-6">
        {t('public.error.retry')}
      </Button>
    </PlainMessage>
  );
}

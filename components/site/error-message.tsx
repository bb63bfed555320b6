'use client';

import { Button } from '@/components/ui/button';
import { t } from '@/lib/messages/translator';

export type ErrorMessageProps = {
  /** Under which the log holds the failure. */
  reference?: string;
  retry: () => void;
};

export default function ErrorMessage({ reference, retry }: ErrorMessageProps) {
  return (
    <main id="content" className="page py-16">
      <h1 className="text-2xl font-bold">{t('public.error.title')}</h1>
      <p className="mt-2">{t('public.error.lead')}</p>
      {reference && <p className="text-muted">{t('public.error.reference', { reference })}</p>}
      <Button onClick={retry} className="mt-6">
        {t('public.error.retry')}
      </Button>
    </main>
  );
}

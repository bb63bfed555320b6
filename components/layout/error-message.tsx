'use client';

import { Button } from '@/components/ui/button';
import { failureWords } from '@/lib/text/failure-words';
import { PlainMessage } from './plain-message';

type ErrorMessageProps = {
  /** The reference of the failure in the log; without one, only the browser failed. */
  reference?: string;
  retry: () => void;
};

export function ErrorMessage({ reference, retry }: ErrorMessageProps) {
  const { site, title, recorded, unanswered } = failureWords;
  return (
    <PlainMessage site={site} title={title}>
      <p>{reference ? recorded : unanswered}</p>
      {reference && <p className="text-muted">{failureWords.reference(reference)}</p>}
      <Button onClick={retry} className="mt-6">
        {failureWords.retry}
      </Button>
    </PlainMessage>
  );
}

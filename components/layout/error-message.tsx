'use client';

import { useContext } from 'react';
import { Button } from '@/components/ui/button';
import { type FailureKey, failureSentence } from '@/lib/text/failure-words';
import { LanguageContext } from '@/lib/text/language-context';
import { ContactContext } from './contact-context';
import { PlainMessage } from './plain-message';
import { isUnanswered } from './unanswered-request';

/** `digest` is the reference of the failure in the log; without one, only the browser failed. */
export type ErrorMessageProps = { error: Error & { digest?: string }; retry: () => void };

function reasonOf(error: ErrorMessageProps['error']): FailureKey {
  if (error.digest) return 'failure.recorded';
  return isUnanswered(error) ? 'failure.unanswered' : 'failure.scriptFailed';
}

export function ErrorMessage({ error, retry }: ErrorMessageProps) {
  const reference = error.digest;
  const other = useContext(LanguageContext);
  const contact = useContext(ContactContext);
  const say = (key: FailureKey) => failureSentence(key, other, reference);
  return (
    <PlainMessage site={say('failure.site')} title={say('failure.title')}>
      <p>{say(reasonOf(error))}</p>
      {reference && <p className="text-muted">{say('failure.reference')}</p>}
      {contact && <p className="text-muted">{contact}</p>}
      <Button onClick={retry} className="mt-6">
        {say('failure.retry')}
      </Button>
    </PlainMessage>
  );
}

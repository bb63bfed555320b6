'use client';

import { useContext } from 'react';
import { Button } from '@/components/ui/button';
import { type FailureKey, failureSentence } from '@/lib/text/failure-words';
import { LanguageContext } from '@/lib/text/language-context';
import { ContactContext } from './contact-context';
import { PlainMessage } from './plain-message';

type ErrorMessageProps = {
  /** The reference of the failure in the log; without one, only the browser failed. */
  reference?: string;
  retry: () => void;
};

export function ErrorMessage({ reference, retry }: ErrorMessageProps) {
  const other = useContext(LanguageContext);
  const contact = useContext(ContactContext);
  const say = (key: FailureKey) => failureSentence(key, other, reference);
  return (
    <PlainMessage site={say('failure.site')} title={say('failure.title')}>
      <p>{say(reference ? 'failure.recorded' : 'failure.unanswered')}</p>
      {reference && <p className="text-muted">{say('failure.reference')}</p>}
      {contact && <p className="text-muted">{contact}</p>}
      <Button onClick={retry} className="mt-6">
        {say('failure.retry')}
      </Button>
    </PlainMessage>
  );
}

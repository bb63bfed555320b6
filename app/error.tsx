'use client';

import { lazy, Suspense } from 'react';

// Fetched when it is needed: every page carries this file, and the catalog should not come with it.
const ErrorMessage = lazy(() => import('@/components/site/error-message'));

type FailureProps = { error: Error & { digest?: string }; retry: () => void };

export default function Failure({ error, retry }: FailureProps) {
  return (
    <Suspense>
      <ErrorMessage reference={error.digest} retry={retry} />
    </Suspense>
  );
}

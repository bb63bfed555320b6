'use client';

import { ErrorMessage } from '@/components/layout/error-message';

type FailureProps = { error: Error & { digest?: string }; retry: () => void };

export default function Failure({ error, retry }: FailureProps) {
  return <ErrorMessage reference={error.digest} retry={retry} />;
}

'use client';

import { ErrorMessage, type ErrorMessageProps } from '@/components/layout/error-message';

export default function Failure(props: ErrorMessageProps) {
  return <ErrorMessage {...props} />;
}

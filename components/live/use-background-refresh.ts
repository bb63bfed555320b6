'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useTransition } from 'react';
import { backgroundRequestCookie } from '@/lib/schemas/background-request';
import { isPortalAvailable } from './portal-available';

// Seconds after which the mark expires in any case.
const longest = 10;

const mark = (seconds: number) => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing where the portal is reached without TLS.
  document.cookie = `${backgroundRequestCookie}=1; path=/; max-age=${seconds}; SameSite=Strict`;
};

/**
 * Refreshes the page after a live event: a background request, marked as such so that it does not keep a session alive.
 * While the portal is unavailable the page stays; missed events are sent again after reconnecting.
 */
export function useBackgroundRefresh(): { refresh: () => void; isPending: boolean } {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const refresh = useCallback(async () => {
    if (!(await isPortalAvailable())) return;
    mark(longest);
    startTransition(() => router.refresh());
  }, [router]);
  useEffect(() => {
    if (!isPending) mark(0);
  }, [isPending]);
  useEffect(() => () => mark(0), []);
  return { refresh, isPending };
}

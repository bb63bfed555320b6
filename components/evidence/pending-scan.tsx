'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { routes } from '@/lib/routes';

const pause = 20_000;

async function hasEnded(reportId: string, ids: readonly string[]): Promise<boolean> {
  const answer = await fetch(routes.evidenceOf(reportId)).catch(() => null);
  const { files = [] } = answer?.ok ? ((await answer.json()) as { files?: { id: string; scan: string }[] }) : {};
  return files.some(({ id, scan }) => ids.includes(id) && scan !== 'pending');
}

/** While files wait for their scan: requests it until the scanner is available, and then refreshes the page. */
export function PendingScan({ reportId, ids }: { reportId: string; ids: readonly string[] }) {
  const router = useRouter();
  const waiting = ids.join(' ');
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState === 'visible' && (await hasEnded(reportId, waiting.split(' ')))) router.refresh();
    };
    void ask();
    const timer = window.setInterval(ask, pause);
    return () => window.clearInterval(timer);
  }, [reportId, waiting, router]);
  return null;
}

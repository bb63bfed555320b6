import 'server-only';
import type { Page } from '@/lib/domain/review/urgency';

/**
 * Reads one page of a list, and the last one where there is none of that number any more: a link may be older than the
 * list. Gives the rows with the number of the page that was read.
 */
export async function withinPages<Found extends { total: number }>(
  { number, size }: Page,
  read: (page: Page) => Promise<Found>,
): Promise<Found & { page: number }> {
  const found = await read({ number, size });
  const last = Math.max(1, Math.ceil(found.total / size));
  if (number <= last) return { ...found, page: number };
  return { ...(await read({ number: last, size })), page: last };
}

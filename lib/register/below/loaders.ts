import 'server-only';
import { notFound } from 'next/navigation';
import { registerListSchema } from '@/lib/schemas/agencies';
import { longPageSize, type SearchParams } from '@/lib/schemas/list-address';
import { withinPages } from '@/lib/server/database/within-pages';
import { requireAgency } from '@/lib/server/session/gates';
import { listFiledBelow } from './data';

/** Loads what the agencies below the reader's own have handed in; not found for an agency that has none below it. */
export async function loadFiledBelow(searchParams: SearchParams) {
  const { actor, scope } = await requireAgency();
  if ((actor.below ?? []).length === 0) notFound();
  const { page: number } = registerListSchema.parse(searchParams);
  const found = await withinPages({ number, size: longPageSize }, (page) => listFiledBelow(scope, page));
  return { ...found, pageSize: longPageSize };
}

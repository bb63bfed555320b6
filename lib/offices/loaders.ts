import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { mayKeepOffices } from '@/lib/domain/offices/offices';
import { requireDivision } from '@/lib/server/session/gates';
import { listDivision, listOfficeIds, listOffices } from './data';

/** Loads the visitor's offices with the people that act for each; not found for agencies and administrators. */
export async function loadOffices() {
  const { actor, scope } = await requireDivision();
  const [offices, division, ids] = await Promise.all([listOffices(scope), listDivision(), listOfficeIds()]);
  return {
    offices: offices.map(({ memberIds, ...office }) => ({
      ...office,
      people: division.filter(({ accountId, allOffices }) => allOffices || memberIds.includes(accountId)),
    })),
    mayKeep: mayKeepOffices(actor, ids),
  };
}

export type OfficeOfDesk = Awaited<ReturnType<typeof loadOffices>>['offices'][number];

/** Loads an office for whoever keeps the offices, with everybody who may belong to it; not found for everybody else. */
export const loadOffice = cache(async (code: string) => {
  const { actor, scope } = await requireDivision();
  const [offices, division, ids] = await Promise.all([listOffices(scope), listDivision(), listOfficeIds()]);
  const office = offices.find((each) => each.code === code);
  if (!office || !mayKeepOffices(actor, ids)) notFound();
  return { office, division };
});

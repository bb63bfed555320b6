import 'server-only';
import { notFound } from 'next/navigation';
import { listRegister } from '@/lib/agencies/data';
import { areEnough } from '@/lib/domain/agencies/changes';
import { mayChangeAgency, mayEndAgency } from '@/lib/domain/agencies/register';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { findAgency, listOfficesOf } from '@/lib/register/agency/data';
import { endingAddressSchema } from '@/lib/schemas/agencies';
import type { SearchParams } from '@/lib/schemas/list-address';
import { portalNow } from '@/lib/server/clock';
import { requireDivision } from '@/lib/server/session/gates';
import { listDuties, listHandoverPeriods } from './duties';

/** The duties of an agency in the plans that are not closed, with the periods from which those of an issued plan can pass on. */
async function dutiesOf(agencyId: string, now: Date) {
  const plans = await listDuties(agencyId);
  return Promise.all(
    plans.map(async (plan) => ({
      ...plan,
      ...(plan.status === 'issued'
        ? await listHandoverPeriods(plan.id, agencyId, now)
        : { periods: [], proposed: null }),
    })),
  );
}

/**
 * Loads the two steps by which an agency ends: the kind and the successors, and then what passes to them. Not found for whoever
 * may not end it.
 */
export async function loadEnding(code: string, searchParams: SearchParams) {
  const { actor, scope } = await requireDivision();
  const agency = await findAgency(scope, code);
  if (!agency || agency.abolishedOn !== null) notFound();
  const [all, open] = await Promise.all([listOfficesOf(agency.id, false), listOfficesOf(agency.id, true)]);
  if (!mayChangeAgency(actor, all) || !mayEndAgency(actor, open)) notFound();
  const { kind, successor: asked = [] } = endingAddressSchema.parse(searchParams);
  const others = (await listRegister()).filter(({ id, successors }) => successors === null && id !== agency.id);
  const successors = others.filter(({ id }) => asked.includes(id)).map(({ id, name }) => ({ id, name }));
  const now = await portalNow();
  return {
    agency,
    kind,
    others: others.map(({ id, name }) => ({ id, name })),
    successors,
    isChosen: kind !== undefined && areEnough(kind, successors.length),
    duties: await dutiesOf(agency.id, now),
    today: civilDateOf(now),
  };
}

export type EndingPage = Awaited<ReturnType<typeof loadEnding>>;

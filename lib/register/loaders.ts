import 'server-only';
import { notFound } from 'next/navigation';
import { listAgencies, listRegister, type RegisterRow } from '@/lib/agencies/data';
import { mayAddAgencies, mayChangeAgency, mayEndAgency } from '@/lib/domain/agencies/register';
import { inLevels, isCircle } from '@/lib/domain/agencies/tree';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { registerListSchema } from '@/lib/schemas/agencies';
import { longPageSize, type SearchParams } from '@/lib/schemas/list-address';
import { portalNow } from '@/lib/server/clock';
import { requireDivision } from '@/lib/server/session/gates';
import { findAgency, listOfficesOf, listRegisterEvents } from './agency/data';

/** Loads a page of the register, level by level, with the reports that each agency and those below it owe now. */
export async function loadRegister(searchParams: SearchParams) {
  const { actor } = await requireDivision();
  const { search = '', page: asked } = registerListSchema.parse(searchParams);
  const found = inLevels(await listAgencies(search, await portalNow())).filter(({ isFound }) => isFound);
  const page = Math.min(asked, Math.max(1, Math.ceil(found.length / longPageSize)));
  return {
    search,
    page,
    pageSize: longPageSize,
    total: found.length,
    agencies: found.slice((page - 1) * longPageSize, page * longPageSize),
    mayAdd: mayAddAgencies(actor),
  };
}

export type RegisteredAgency = Awaited<ReturnType<typeof loadRegister>>['agencies'][number];

const named = ({ id, code, name }: RegisterRow) => ({ id, code, name });

export type NamedAgency = ReturnType<typeof named>;

const inBeing = (register: readonly RegisterRow[]) => register.filter(({ successors }) => successors === null);

/** Loads the agencies under which a new one can stand; not found for whoever may not add one. */
export async function loadNewAgency() {
  const { actor } = await requireDivision();
  if (!mayAddAgencies(actor)) notFound();
  return { parents: inBeing(await listRegister()).map(named) };
}

/** Loads an agency of the register with its record, and what the reader may do with it. */
export async function loadAgency(code: string) {
  const { actor, scope } = await requireDivision();
  const agency = await findAgency(scope, code);
  if (!agency) notFound();
  const [events, register, offices, openOffices] = await Promise.all([
    listRegisterEvents(agency.id),
    listRegister(),
    listOfficesOf(agency.id, false),
    listOfficesOf(agency.id, true),
  ]);
  const isInBeing = agency.abolishedOn === null;
  const mayStandBelow = ({ id }: RegisterRow) => id !== agency.id && !isCircle(agency.id, id, register);
  return {
    agency,
    events,
    parents: inBeing(register).filter(mayStandBelow).map(named),
    mayChange: isInBeing && mayChangeAgency(actor, offices),
    today: civilDateOf(await portalNow()),
    mayEnd: isInBeing && mayChangeAgency(actor, offices) && mayEndAgency(actor, openOffices),
  };
}

export type AgencyPage = Awaited<ReturnType<typeof loadAgency>>;

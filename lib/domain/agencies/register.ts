import { type Actor, hasRole, holdsFor, isOfOffices } from '@/lib/domain/authorization';
import type { Refusal } from '@/lib/domain/refusal';
import { comparedName, type RegisteredAgency } from './names';
import { isCircle, type Levelled } from './tree';

/** An agency's entry in the register, as people write it; the name of an agency that exists changes by a renaming alone. */
export type AgencyFacts = {
  name: string;
  shortName: string;
  aliases: string[];
  creditCode: string;
  kind: string;
  parentId: string | null;
  position: number;
};

/** Says whether an actor may add agencies, groups and files of the register: every coordinator may. */
export function mayAddAgencies(actor: Actor): boolean {
  return hasRole(actor, ['coordinator']);
}

/**
 * Says whether an actor may change an agency: a coordinator of every office, or of one whose issued plan has the agency; an
 * agency of no such plan is everybody's. `officeIds` are the offices of the plans that have it.
 */
export function mayChangeAgency(actor: Actor, officeIds: readonly string[]): boolean {
  return mayAddAgencies(actor) && isOfOffices(actor, officeIds);
}

/**
 * Says whether an actor may end an agency (merge, split, abolish), which moves tasks of every plan that is not closed: a
 * coordinator who holds the role for the offices of all of them.
 */
export function mayEndAgency(actor: Actor, officeIds: readonly string[]): boolean {
  return mayAddAgencies(actor) && officeIds.every((officeId) => holdsFor(actor, ['coordinator'], officeId));
}

/** An agency of the register as the rules on its entry read it. */
export type RegisterEntry = RegisteredAgency & Levelled & { code: string; creditCode: string };

const saysNames = ({ name, shortName, aliases }: Pick<AgencyFacts, 'name' | 'shortName' | 'aliases'>) =>
  [name, shortName, ...aliases].filter((each) => each !== '');

const namesOf = ({ name, aliases }: RegisteredAgency) => [name, ...aliases].map(comparedName);

/**
 * Gives the reason why an entry cannot stand in the register: a name that means another agency (`agency-name-taken`), a credit
 * code of another (`credit-code-taken`), a parent that is itself below it or no more (`agency-circle`, `agency-abolished`).
 * `id` is null for a new agency.
 */
export function refuseEntry(id: string | null, facts: AgencyFacts, register: readonly RegisterEntry[]): Refusal | null {
  const others = register.filter((agency) => agency.id !== id);
  for (const name of saysNames(facts)) {
    const holder = others.find((agency) => namesOf(agency).includes(comparedName(name)));
    if (holder) return { code: 'agency-name-taken', name, agency: holder.name };
  }
  const twin = others.find(({ creditCode }) => facts.creditCode !== '' && creditCode === facts.creditCode);
  if (twin) return { code: 'credit-code-taken', agency: twin.name };
  if (facts.parentId === null) return null;
  const parent = register.find((agency) => agency.id === facts.parentId);
  if (!parent) return { code: 'not-found' };
  if (parent.successors !== null) return { code: 'agency-abolished', agency: parent.name };
  if (id !== null && isCircle(id, facts.parentId, register)) return { code: 'agency-circle', agency: parent.name };
  return null;
}

/** Gives the code of a new agency: the number after the highest, of at least two digits. Codes are never used again. */
export function nextCode(codes: readonly string[]): string {
  const numbers = codes.filter((code) => /^\d{1,9}$/.test(code)).map(Number);
  return String(Math.max(0, ...numbers) + 1).padStart(2, '0');
}

const factKeys = ['name', 'shortName', 'aliases', 'creditCode', 'kind', 'parentId', 'position'] as const;

/** Gives the facts of an entry that differ, before and after. */
export function differingFacts(before: AgencyFacts, after: AgencyFacts) {
  const keys = factKeys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const of = (facts: AgencyFacts) => Object.fromEntries(keys.map((key) => [key, facts[key]]));
  return { keys, before: of(before), after: of(after) };
}

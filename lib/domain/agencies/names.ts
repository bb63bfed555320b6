import { fullForm, isPlace, isUsual } from './name-words';
import { isOneSlip, isTwoSlips } from './near-names';

/** An agency of the register, by the names under which a file may name it. */
export type RegisteredAgency = {
  id: string;
  name: string;
  shortName: string;
  aliases: readonly string[];
  /** The ids of its successors, for an agency that is no more; null for one that is. */
  successors: readonly string[] | null;
};

/** `exact`: its name. `alias`: its short name or an alias. `near`: people choose one of the proposals, or another. */
export type AgencyMatch =
  | { kind: 'exact' | 'alias'; id: string }
  | { kind: 'near'; proposals: string[] }
  | { kind: 'none' };

/** Gives a name as names are compared: without spaces, full-width letters and brackets as their usual ones. */
export const comparedName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '');

const otherNames = ({ shortName, aliases }: RegisteredAgency) =>
  [shortName, ...aliases].filter((name) => name !== '').map(comparedName);

const ids = (agencies: readonly RegisteredAgency[]) => agencies.map(({ id }) => id);

/** One agency in being is meant; the successors of one that is no more, and each of several, are proposals. */
function meant(kind: 'exact' | 'alias', found: readonly RegisteredAgency[]): AgencyMatch {
  const [only, another] = found;
  if (only && !another && only.successors === null) return { kind, id: only.id };
  const proposals = found.flatMap(({ id, successors }) => successors ?? [id]);
  return proposals.length > 0 ? { kind: 'near', proposals: [...new Set(proposals)] } : { kind: 'none' };
}

/** The agencies in being one of whose names is one character away, or two in a longer name. */
function nearTo(name: string, agencies: readonly RegisteredAgency[]): RegisteredAgency[] {
  if (isPlace(name) || isUsual(name) || name.length < 3) return [];
  const isNear = (other: string) => !isPlace(other) && (isOneSlip(name, other) || isTwoSlips(name, other));
  return agencies.filter((agency) => [comparedName(agency.name), ...otherNames(agency)].some(isNear));
}

/**
 * Finds the agency of the register that a file names. Gives it where the name is the agency's own or an alias of one agency
 * alone; other agencies that may be meant (a full name for a short one, a slip of one or two characters, the successors of one
 * that is no more) are proposals only, so that no task ever goes to another agency by itself.
 */
export function matchAgency(named: string, register: readonly RegisteredAgency[]): AgencyMatch {
  const name = comparedName(named);
  if (name === '') return { kind: 'none' };
  const exact = register.filter((agency) => comparedName(agency.name) === name);
  if (exact.length > 0) return meant('exact', exact);
  const byAlias = register.filter((agency) => otherNames(agency).includes(name));
  if (byAlias.length > 0) return meant('alias', byAlias);

  const inBeing = register.filter(({ successors }) => successors === null);
  const full = fullForm(name);
  const inFull = inBeing.filter((agency) =>
    [comparedName(agency.name), ...otherNames(agency)].some((other) => fullForm(other) === full),
  );
  const proposals = [...new Set([...ids(inFull), ...ids(nearTo(name, inBeing))])];
  return proposals.length > 0 ? { kind: 'near', proposals } : { kind: 'none' };
}

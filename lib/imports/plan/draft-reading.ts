import 'server-only';
import { matchAgency, type RegisteredAgency } from '@/lib/domain/agencies/names';
import { parseCivilDate } from '@/lib/domain/calendar/civil-date';
import type { HeadField, UnitChoice } from '@/lib/domain/plan/plan-import';
import { planLineLimits } from '@/lib/domain/plan/plan-settings';
import { countCharacters } from '@/lib/domain/report/completeness';
import { keptBlocks, type PlanDraft } from './draft';
import type { PlanProblem, RowPlace } from './plan-source';
import { type PlacedTask, type Reading, readBlocks } from './read-plan';
import { nameOfUnit } from './units';

/** The agencies that are known, and the groups whose members were chosen before. */
export type Register = {
  agencies: readonly RegisteredAgency[];
  groups: ReadonlyMap<string, readonly string[]>;
};

/** The agencies that a name stands for: those of the register, a new one of this name, or nobody has said yet. */
type UnitMeaning =
  | { kind: 'agencies'; ids: readonly string[]; by: 'exact' | 'alias' | 'group' | 'choice' }
  | { kind: 'new' }
  | { kind: 'open'; proposals: readonly string[] };

/** A name of the file with the agencies that it stands for; `row` is the first row that has it. */
type FoundUnit = { name: string; isGroup: boolean; tasks: number; row: RowPlace; meaning: UnitMeaning };

/** The parts of a notice, as they were read or set by hand. */
type DraftHead = Record<Exclude<HeadField, 'year' | 'planCode'>, string>;

export type DraftReading = Reading & {
  units: FoundUnit[];
  draftHead: DraftHead;
  /** The code under which the plan is to be stored; its year where nobody has set another one. */
  planCode: string;
};

function chosen(choice: UnitChoice): UnitMeaning {
  if ('agencyId' in choice) return { kind: 'agencies', ids: [choice.agencyId], by: 'choice' };
  if ('members' in choice) return { kind: 'agencies', ids: choice.members, by: 'choice' };
  return { kind: 'new' };
}

function meaningOf(name: string, isGroup: boolean, units: PlanDraft['units'], register: Register): UnitMeaning {
  const choice = units.get(name);
  const match = matchAgency(name, register.agencies);
  // Somebody has entered it since it was to be a new one.
  const isEntered = choice && 'isNew' in choice && match.kind === 'exact';
  if (choice && !isEntered) return chosen(choice);
  const members = register.groups.get(name);
  if (members) return { kind: 'agencies', ids: members, by: 'group' };
  if (match.kind === 'exact' || match.kind === 'alias') return { kind: 'agencies', ids: [match.id], by: match.kind };
  return { kind: 'open', proposals: !isGroup && match.kind === 'near' ? match.proposals : [] };
}

function unitsOf(tasks: readonly PlacedTask[], units: PlanDraft['units'], register: Register): FoundUnit[] {
  const found = new Map<string, Omit<FoundUnit, 'meaning'>>();
  for (const { leads, supports, place } of tasks)
    for (const unit of [...leads, ...supports]) {
      const name = nameOfUnit(unit);
      const known = found.get(name);
      if (known) known.tasks += 1;
      else found.set(name, { name, isGroup: typeof unit !== 'string', tasks: 1, row: place });
    }
  return [...found.values()].map((unit) => ({
    ...unit,
    meaning: meaningOf(unit.name, unit.isGroup, units, register),
  }));
}

/** A task whose only lead is a group that stands for nobody has none. */
function emptyLeads(tasks: readonly PlacedTask[], units: readonly FoundUnit[]): PlanProblem[] {
  const empty = new Set(
    units.filter(({ meaning }) => meaning.kind === 'agencies' && meaning.ids.length === 0).map(({ name }) => name),
  );
  return tasks
    .filter(({ leads }) => leads.length > 0 && leads.every((unit) => empty.has(nameOfUnit(unit))))
    .map(({ place, number }) => ({ code: 'lead-missing', at: { row: place }, values: { number } }));
}

/** Parts of the head that were set and are longer than a plan can hold. */
function longParts(head: DraftHead): PlanProblem[] {
  const fields = Object.keys(planLineLimits) as (keyof typeof planLineLimits)[];
  return fields
    .filter((field) => countCharacters(head[field]) > planLineLimits[field])
    .map((field) => ({ code: 'head-too-long', at: null, values: { field, limit: planLineLimits[field] } }));
}

const setIn = (head: PlanDraft['head'], field: HeadField) => {
  const text = head.get(field)?.trim();
  return text === '' ? undefined : text;
};

/**
 * Reads a draft against the register: everything that the command reads of the same file, as people have mended it, with the
 * agencies that its names stand for. `givenYear` counts where nothing of the file names one; `planYear`, that of the plan
 * which the file is to change, before what the file names.
 */
export function readDraft(
  draft: PlanDraft,
  register: Register,
  givenYear: number | null = null,
  planYear: number | null = null,
): DraftReading {
  const { head: set, units: choices } = draft;
  const year = setIn(set, 'year');
  const issuedOn = setIn(set, 'issuedOn');
  const title = setIn(set, 'title');
  const reading = readBlocks(keptBlocks(draft), givenYear, {
    columns: draft.columns,
    head: { ...(title ? { title } : {}), ...(issuedOn ? { issuedOn: parseCivilDate(issuedOn) } : {}) },
    year: year && /^20\d{2}$/.test(year) ? Number(year) : planYear,
    isSettled: (name) => choices.has(name) || matchAgency(name, register.agencies).kind === 'exact',
  });
  const units = unitsOf(reading.tasks, choices, register);
  const text = (field: HeadField, read: string | null = null) => set.get(field) ?? read ?? '';
  const draftHead: DraftHead = {
    title: text('title', reading.head.title),
    documentNumber: text('documentNumber', reading.head.documentNumber),
    issuer: text('issuer', reading.head.issuer),
    issuedOn: text('issuedOn', reading.head.issuedOn),
    contactOffice: text('contactOffice', reading.head.contactOffice),
    contactPerson: text('contactPerson'),
    contactPhone: text('contactPhone'),
  };
  return {
    ...reading,
    problems: [...reading.problems, ...emptyLeads(reading.tasks, units), ...longParts(draftHead)],
    units,
    draftHead,
    planCode: text('planCode') || String(reading.year ?? ''),
  };
}

import { comparedName } from './names';
import { type AgencyFacts, differingFacts, nextCode, type RegisterEntry, refuseEntry } from './register';
import {
  type FileProblem,
  type FileProblemCode,
  type FileRow,
  namesIn,
  ownProblems,
  problemAt,
  type RegisterColumn,
  textOf,
} from './register-rows';

/** An agency of the register with all its facts. */
export type FullEntry = RegisterEntry & AgencyFacts;

/** A row with the agency that it is about: one of the register, or a new one under an id that stands for it until it is stored. */
export type ReadRow = { row: FileRow; id: string; code: string; known: FullEntry | null; facts: AgencyFacts };

type ChangedFact = { field: RegisterColumn; before: string; after: string };

/** The differences that a file would make, as a page shows them. */
export type RegisterPreview = {
  problems: FileProblem[];
  added: { code: string; name: string }[];
  changed: { code: string; name: string; facts: ChangedFact[] }[];
  /** By which a confirmation names what was read. */
  digest: string;
  isStored: boolean;
};

/** A spreadsheet drops the zeros at the beginning of what looks like a number. */
const isSameCode = (a: string, b: string) => a === b || (/^\d+$/.test(a) && /^\d+$/.test(b) && Number(a) === Number(b));

/** Finds the agency that a row is about: by its code, else by its name. */
function knownIn(
  row: FileRow,
  register: readonly FullEntry[],
): { known: FullEntry | null; problem: FileProblem | null } {
  const [name, code] = [comparedName(textOf(row.name)), textOf(row.code)];
  const byName = register.find((agency) => comparedName(agency.name) === name) ?? null;
  if (byName && (code === '' || isSameCode(code, byName.code))) return { known: byName, problem: null };
  if (byName) {
    const values = { value: byName.name, code: byName.code };
    return { known: byName, problem: problemAt('code', row, 'name-known', values) };
  }
  const byCode = (code && register.find((agency) => agency.code === code)) || null;
  if (!byCode) return { known: null, problem: null };
  return { known: byCode, problem: problemAt('name', row, 'name-differs', { value: byCode.name, code }) };
}

const blank: AgencyFacts = {
  name: '',
  shortName: '',
  aliases: [],
  creditCode: '',
  kind: '',
  parentId: null,
  position: 0,
};

/** The facts of a row over those of the register; its parent is found when all rows are read. */
function factsOf(row: FileRow, known: FullEntry | null, position: number): AgencyFacts {
  const { name, shortName, aliases, creditCode, kind, parentId, position: stored } = known ?? { ...blank, position };
  return {
    name: known ? name : textOf(row.name),
    shortName: row.shortName ? textOf(row.shortName) : shortName,
    aliases: row.aliases ? namesIn(row.aliases.text) : aliases,
    creditCode: row.creditCode ? textOf(row.creditCode).toUpperCase() : creditCode,
    kind: row.kind ? textOf(row.kind) : kind,
    parentId,
    position: Number(textOf(row.position)) || stored,
  };
}

/** Reads the rows one after the other: what is new gets the next code and the next place. */
function readRows(rows: readonly FileRow[], register: readonly FullEntry[]) {
  const problems: FileProblem[] = [];
  const read: ReadRow[] = [];
  const codes = register.map(({ code }) => code);
  let position = Math.max(0, ...register.map((agency) => agency.position));
  for (const [index, row] of rows.entries()) {
    const own = ownProblems(row);
    const { known, problem } = knownIn(row, register);
    problems.push(...own, ...(problem ? [problem] : []));
    if (!known) position += 1;
    const code = known?.code ?? (textOf(row.code) || nextCode(codes));
    codes.push(code);
    read.push({ row, id: known?.id ?? `row-${index}`, code, known, facts: factsOf(row, known, position) });
  }
  return { read, problems };
}

function doubles(read: readonly ReadRow[]): FileProblem[] {
  return read.flatMap(({ row, id, code, known, facts }, index) => {
    const earlier = read.slice(0, index);
    if (earlier.some((each) => each.id === id || comparedName(each.facts.name) === comparedName(facts.name)))
      return [problemAt('name', row, 'twice', { value: facts.name })];
    const isTaken = !known && earlier.some((each) => each.code === code);
    return isTaken ? [problemAt('code', row, 'twice', { value: code })] : [];
  });
}

/** Gives each row the id of the parent that it names, by a name, an alias or a code. */
function withParents(read: readonly ReadRow[], register: readonly FullEntry[]) {
  const problems: FileProblem[] = [];
  const ids = new Map<string, string>();
  for (const { id, code, aliases } of register) for (const name of [code, ...aliases]) ids.set(comparedName(name), id);
  for (const { id, name } of register) ids.set(comparedName(name), id);
  for (const { id, code, known, facts } of read)
    if (!known) for (const name of [code, facts.name]) ids.set(comparedName(name), id);
  const placed = read.map((each): ReadRow => {
    if (!each.row.parent) return each;
    const value = textOf(each.row.parent);
    const parentId = value === '' ? null : ids.get(comparedName(value));
    if (parentId === undefined) problems.push(problemAt('parent', each.row, 'parent-unknown', { value }));
    return { ...each, facts: { ...each.facts, parentId: parentId ?? null } };
  });
  return { read: placed, problems };
}

const refusedColumns = {
  'agency-name-taken': 'name',
  'credit-code-taken': 'creditCode',
  'agency-circle': 'parent',
  'agency-abolished': 'parent',
} as const satisfies Partial<Record<FileProblemCode, RegisterColumn>>;

/** Says whether a row changes the agency that it is about. */
export function isChanged({ known, facts }: ReadRow): boolean {
  return known !== null && differingFacts(known, facts).keys.length > 0;
}

/** The register as it would be, by which each row is judged. */
function registerAfter(read: readonly ReadRow[], register: readonly FullEntry[]): FullEntry[] {
  const rows = new Map(read.map((each) => [each.id, each]));
  const kept = register.map((agency) => ({ ...agency, ...rows.get(agency.id)?.facts }));
  const added = read.filter(({ known }) => !known);
  return [...kept, ...added.map(({ id, code, facts }) => ({ id, code, successors: null, ...facts }))];
}

/** Says whether somebody may change an agency, and where it moves, put it below another one. */
export type MayChange = (agencyId: string, isMoved: boolean) => boolean;

function registerProblems(
  read: readonly ReadRow[],
  register: readonly FullEntry[],
  mayChange: MayChange,
): FileProblem[] {
  const after = registerAfter(read, register);
  return read.flatMap((each): FileProblem[] => {
    const { row, id, known, facts } = each;
    if (known && !isChanged(each)) return [];
    if (known && known.successors !== null) return [problemAt('name', row, 'agency-abolished', { agency: known.name })];
    if (known && !mayChange(id, known.parentId !== facts.parentId))
      return [problemAt('name', row, 'forbidden', { value: known.name })];
    const refusal = refuseEntry(id, facts, after);
    if (!refusal || !(refusal.code in refusedColumns) || !('agency' in refusal)) return [];
    const code = refusal.code as keyof typeof refusedColumns;
    const value = 'name' in refusal ? refusal.name : textOf(row[refusedColumns[code]]);
    return [problemAt(refusedColumns[code], row, code, { value, agency: refusal.agency })];
  });
}

/**
 * Compares the rows of a file with the register. Gives the rows with the agencies that they are about, and every problem at its
 * cell: with one, nothing of the file may be stored. What the file does not name stays as it is.
 */
export function compareRegister(
  rows: readonly FileRow[],
  register: readonly FullEntry[],
  mayChange: MayChange,
): { rows: ReadRow[]; problems: FileProblem[] } {
  const first = readRows(rows, register);
  const { read, problems } = withParents(first.read, register);
  const own = [...first.problems, ...doubles(read), ...problems];
  return { rows: read, problems: own.length > 0 ? own : registerProblems(read, register, mayChange) };
}

const columnOf = (key: keyof AgencyFacts): RegisterColumn => (key === 'parentId' ? 'parent' : key);

/** Gives the differences of a compared file in words that people compare: a parent by its name, names with commas. */
export function differencesOf(
  rows: readonly ReadRow[],
  register: readonly FullEntry[],
): Pick<RegisterPreview, 'added' | 'changed'> {
  const names = new Map(
    [...register, ...rows.map(({ id, facts }) => ({ id, ...facts }))].map(({ id, name }) => [id, name]),
  );
  const wordsOf = (facts: AgencyFacts, key: keyof AgencyFacts): string => {
    if (key === 'parentId') return names.get(facts.parentId ?? '') ?? '';
    return key === 'aliases' ? facts.aliases.join('\u3001') : String(facts[key]);
  };
  const changed = rows.filter(isChanged).map(({ code, known, facts }) => ({
    code,
    name: facts.name,
    facts: (known ? differingFacts(known, facts).keys : []).map((key) => ({
      field: columnOf(key),
      before: wordsOf(known as FullEntry, key),
      after: wordsOf(facts, key),
    })),
  }));
  const added = rows.filter(({ known }) => !known).map(({ code, facts }) => ({ code, name: facts.name }));
  return { added, changed };
}

import 'server-only';
import { notFound } from 'next/navigation';
import { hasRole } from '@/lib/domain/authorization';
import { differencesAtOnce } from '@/lib/domain/plan/plan-import';
import { mayImport } from '@/lib/domain/plan/plan-import-rights';
import { shortTitleOf, type TaskFacts } from '@/lib/domain/plan/task';
import { amendableFrom } from '@/lib/domain/plan/task-amendment';
import { differenceKey, type TaskDifference } from '@/lib/domain/plan/task-differences';
import type { DraftReading } from '@/lib/imports/plan/draft-reading';
import { type Preview, type PreviewRow, previewOf } from '@/lib/imports/plan/preview';
import { isError } from '@/lib/imports/plan/read-plan';
import { planFileLimit } from '@/lib/imports/plan/source-of-file';
import { listAmendablePeriods } from '@/lib/plans/tasks/data';
import { longPageSize, type SearchParams } from '@/lib/schemas/list-address';
import { newImportAddressSchema, previewAddressSchema } from '@/lib/schemas/plan-import';
import { portalNow } from '@/lib/server/clock';
import { requireSession } from '@/lib/server/session/session';
import {
  findImport,
  findImportState,
  listDraftPlans,
  listImportOffices,
  listOpenImports,
  readImport,
  type StoredImport,
} from './data';
import { listDifferences } from './storing/data';

/** Loads the page on which a file is chosen or pasted; not found for whoever coordinates no office. */
export async function loadNewImport(searchParams: SearchParams) {
  const { actor } = await requireSession();
  const offices = await listImportOffices(actor);
  if (!hasRole(actor, ['coordinator']) || offices.length === 0) notFound();
  return { offices, plan: newImportAddressSchema.parse(searchParams).plan ?? '', mostBytes: planFileLimit };
}

/** Loads the imports of the visitor's offices that are still worked on; none for whoever may not import. */
export async function loadOpenImports() {
  const { actor } = await requireSession();
  return hasRole(actor, ['coordinator']) ? listOpenImports(actor) : [];
}

const hasProblem = ({ problems, cells }: PreviewRow) =>
  problems.length > 0 || cells.some((cell) => cell.problems.length > 0);

/** The rows with problems in their order, each with the page on which it stands. */
function problemRows(rows: readonly PreviewRow[]): { row: number; page: number }[] {
  return rows.flatMap((row, index) =>
    hasProblem(row) ? [{ row: row.id, page: Math.floor(index / longPageSize) + 1 }] : [],
  );
}

/** One page of the rows, and the way to those with problems. */
function pageOf({ rows }: Preview, asked: { page: number; only?: 'problems' }) {
  const listed = asked.only === 'problems' ? rows.filter(hasProblem) : rows;
  const pages = Math.max(1, Math.ceil(listed.length / longPageSize));
  const page = Math.min(asked.page, pages);
  return {
    page,
    pageSize: longPageSize,
    total: listed.length,
    only: asked.only ?? null,
    rows: listed.slice((page - 1) * longPageSize, page * longPageSize),
    problemRows: problemRows(listed),
  };
}

type Names = ReadonlyMap<string, string>;

/** The names of the file with the names of the agencies that they stand for; the ones to be settled first. */
function unitRows({ units }: DraftReading, names: Names, rows: readonly PreviewRow[]) {
  const position = new Map(rows.map(({ id }, index) => [id, index]));
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: names.get(id) ?? '' }));
  const listed = units.map(({ meaning, row, ...unit }) => ({
    ...unit,
    row: row.id ?? 0,
    page: Math.floor((position.get(row.id ?? 0) ?? 0) / longPageSize) + 1,
    meaning:
      meaning.kind === 'agencies'
        ? { kind: meaning.kind, by: meaning.by, agencies: named(meaning.ids) }
        : meaning.kind === 'open'
          ? { kind: meaning.kind, proposals: named(meaning.proposals) }
          : meaning,
  }));
  const isOpen = ({ meaning }: (typeof listed)[number]) => meaning.kind === 'open';
  return [...listed.filter(isOpen), ...listed.filter((unit) => !isOpen(unit))];
}

function lastAct({ edits }: StoredImport) {
  const last = edits.at(-1);
  return last ? { count: edits.length, by: last.by, at: new Date(last.at) } : null;
}

/** A fact of a task in words; of agencies, their names. */
function factWords(field: keyof TaskFacts, facts: TaskFacts, names: Names): string {
  const value = facts[field];
  if (field === 'leads' || field === 'supports') return facts[field].map((id) => names.get(id) ?? id).join('、');
  if (field === 'groups') return facts.groups.map(({ name }) => name).join('、');
  return Array.isArray(value) ? value.join('\n') : String(value ?? '');
}

function differenceRow(difference: TaskDifference, names: Names) {
  const facts = difference.kind === 'gone' ? difference.stored.facts : difference.facts;
  const about = {
    key: differenceKey(difference),
    kind: difference.kind,
    number: facts.number,
    title: shortTitleOf(facts),
  };
  if (difference.kind !== 'changed') return { ...about, fields: [] };
  const { stored, fields } = difference;
  return {
    ...about,
    fields: fields.map((field) => ({
      field,
      before: factWords(field, stored.facts, names),
      after: factWords(field, facts, names),
    })),
  };
}

/** The differences between a file and the plan that it is to change, and the periods from which an issued one can be amended. */
async function comparisonWith(
  { id, plan, officeId }: StoredImport,
  reading: DraftReading,
  { names, asked }: { names: Names; asked: number },
) {
  // A draft may have passed to another office since.
  if (plan?.officeId !== officeId || reading.problems.some(isError)) return null;
  const differences = await listDifferences(plan.id, reading);
  const count = (kind: TaskDifference['kind']) => differences.filter((each) => each.kind === kind).length;
  const periods = plan.status === 'issued' ? await listAmendablePeriods(plan.id) : [];
  const page = Math.min(asked, Math.max(1, Math.ceil(differences.length / differencesAtOnce)));
  const listed = differences.slice((page - 1) * differencesAtOnce, page * differencesAtOnce);
  return {
    id,
    counts: { added: count('added'), changed: count('changed'), gone: count('gone') },
    listed: listed.map((difference) => differenceRow(difference, names)),
    page,
    pageSize: differencesAtOnce,
    total: differences.length,
    periods: amendableFrom(periods, await portalNow()),
  };
}

/** One page of the rows of a file with their problems, its head, and the agencies that its names stand for. */
async function previewPage(stored: StoredImport, searchParams: SearchParams) {
  const { draft, register, reading } = await readImport(stored);
  const asked = previewAddressSchema.parse(searchParams);
  const preview = previewOf(draft, reading);
  const names: Names = new Map(register.agencies.map(({ id, name }) => [id, name]));
  const inBeing = register.agencies.filter(({ successors }) => successors === null);
  const units = unitRows(reading, names, preview.rows);
  const { id, version, failed, plan } = stored;
  return {
    ...{ id, version, failed, plan },
    ...pageOf(preview, asked),
    tables: preview.tables,
    loose: preview.loose,
    head: { ...reading.draftHead, year: String(reading.year ?? ''), planCode: reading.planCode },
    comparison: await comparisonWith(stored, reading, { names, asked: asked.differences }),
    tasks: reading.tasks.length,
    errors: reading.problems.filter(isError).length,
    warnings: reading.problems.filter((problem) => !isError(problem)).length,
    units,
    openUnits: units.filter(({ meaning }) => meaning.kind === 'open').length,
    chosen: units.find(({ name }) => name === asked.unit) ?? null,
    agencies: inBeing.map((agency) => ({ id: agency.id, name: agency.name })),
    lastAct: lastAct(stored),
    drafts: await listDraftPlans(stored.officeId),
  };
}

export type PlanImportPreview = Awaited<ReturnType<typeof previewPage>>;

/**
 * Loads an import: its preview while it is being mended, else how far it is. Not found for whoever does not coordinate its
 * office.
 */
export async function loadPlanImport(importId: string, searchParams: SearchParams) {
  const { actor } = await requireSession();
  const state = await findImportState(importId);
  if (!state || !mayImport(actor, state.officeId)) notFound();
  const stored = state.status === 'open' ? await findImport(importId) : null;
  const preview = stored && (await previewPage(stored, searchParams));
  return { ...state, office: state.office.name, preview };
}

export type PlanImportState = Omit<Awaited<ReturnType<typeof loadPlanImport>>, 'preview'>;
export type PreviewUnit = PlanImportPreview['units'][number];

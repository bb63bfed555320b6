import 'server-only';
import { z } from 'zod';
import { listRegister } from '@/lib/agencies/data';
import type { Actor } from '@/lib/domain/authorization';
import type { DraftEdit, ImportTarget, PlanImportStatus } from '@/lib/domain/plan/plan-import';
import { mayImport } from '@/lib/domain/plan/plan-import-rights';
import { draftOf } from '@/lib/imports/plan/draft';
import { type Register, readDraft } from '@/lib/imports/plan/draft-reading';
import type { SourceBlock } from '@/lib/imports/plan/plan-source';
import { draftEditSchema } from '@/lib/schemas/plan-import';
import { db, type Transaction } from '@/lib/server/database/db';

/** One act of the preview: its changes, who made it and when (ISO 8601, by the portal's clock). */
type MadeEdit = { edits: DraftEdit[]; by: string; at: string };

const editsSchema: z.ZodType<MadeEdit[]> = z.array(
  z.object({ edits: z.array(draftEditSchema), by: z.string(), at: z.string() }),
);

const stateSelect = {
  id: true,
  officeId: true,
  office: { select: { name: true } },
  fileName: true,
  status: true,
  done: true,
  total: true,
  plan: { select: { id: true, officeId: true, code: true, title: true, status: true, firstOn: true } },
} as const;

const importSelect = {
  ...stateSelect,
  madeAt: true,
  source: true,
  edits: true,
  version: true,
  target: true,
  failed: true,
} as const;

const isId = (id: string) => z.uuid().safeParse(id).success;

/** Gives how far an import is, without its file, which has some megabytes; null for an unknown one. */
export async function findImportState(id: string) {
  if (!isId(id)) return null;
  const stored = await db.planImport.findUnique({ where: { id }, select: stateSelect });
  return stored && { ...stored, status: stored.status as PlanImportStatus };
}

export type StoredImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** Gives an import as it is stored, or null for an unknown one. */
export async function findImport(id: string, within: Transaction | typeof db = db) {
  if (!isId(id)) return null;
  const stored = await within.planImport.findUnique({ where: { id }, select: importSelect });
  return (
    stored && {
      ...stored,
      status: stored.status as PlanImportStatus,
      // Written by this subject alone, and up to some megabytes: not parsed again with every page.
      source: stored.source as unknown as SourceBlock[],
      edits: editsSchema.parse(stored.edits),
      target: stored.target as unknown as ImportTarget | null,
    }
  );
}

/** Gives the agencies and the groups by which the names of a file are understood. */
export async function getRegister(within: Transaction | typeof db = db): Promise<Register> {
  const agencies = await listRegister(within);
  const groups = await within.agencyGroup.findMany({
    select: {
      name: true,
      members: {
        where: { agency: { abolishedOn: null } },
        orderBy: { agency: { position: 'asc' } },
        select: { agencyId: true },
      },
    },
  });
  const members = groups.map((group) => [group.name, group.members.map(({ agencyId }) => agencyId)] as const);
  return { agencies, groups: new Map(members) };
}

/** Reads a stored import as people have mended it; where it is to change a plan, its dates are of the plan's year. */
export async function readImport(
  { source, edits, plan }: Pick<StoredImport, 'source' | 'edits' | 'plan'>,
  within?: Transaction,
) {
  const draft = draftOf(
    source,
    edits.flatMap((act) => act.edits),
  );
  const register = await getRegister(within);
  return { draft, register, reading: readDraft(draft, register, null, plan?.firstOn.getUTCFullYear() ?? null) };
}

/** Lists the imports of the actor's offices that are still worked on, the latest first. */
export async function listOpenImports(actor: Actor) {
  const imports = await db.planImport.findMany({
    where: {
      status: { in: ['open', 'storing'] },
      ...(actor.offices === 'all' ? {} : { officeId: { in: [...actor.offices] } }),
    },
    orderBy: { madeAt: 'desc' },
    take: 100,
    select: {
      id: true,
      fileName: true,
      madeAt: true,
      status: true,
      officeId: true,
      office: { select: { name: true } },
      madeBy: { select: { displayName: true } },
    },
  });
  return imports.filter(({ officeId }) => mayImport(actor, officeId));
}

export type OpenImport = Awaited<ReturnType<typeof listOpenImports>>[number];

/** Lists the offices for which the actor may import. */
export async function listImportOffices(actor: Actor): Promise<{ id: string; name: string }[]> {
  const offices = await db.office.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } });
  return offices.filter(({ id }) => mayImport(actor, id));
}

/** Lists the plans of an office that are still drafts, which can take the tasks of a file. */
export async function listDraftPlans(officeId: string): Promise<{ code: string; title: string }[]> {
  return db.plan.findMany({
    where: { officeId, status: 'draft' },
    orderBy: { code: 'asc' },
    select: { code: true, title: true },
  });
}

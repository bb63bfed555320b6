import type { Actor } from '@/lib/domain/authorization';
import type { DraftEdit } from '@/lib/domain/plan/plan-import';
import type { Result } from '@/lib/domain/refusal';
import { findImport, readImport } from '@/lib/plans/import/data';
import { beginImport, editImport, makeRestNew } from '@/lib/plans/import/mutations';
import { storeImport } from '@/lib/plans/import/storing/mutations';
import { sql } from './sql';

/** The instant at which the imports of the tests are made. */
const importedAt = new Date('2026-02-10T01:00:00Z');

/** An office of the tests' own. */
export async function makeOffice(code: string): Promise<string> {
  const [row] = await sql<{ id: string }>(
    'INSERT INTO "Office" (id, code, name) VALUES (gen_random_uuid(), $1, $2) RETURNING id',
    [code, `${code}处`],
  );
  return row?.id ?? '';
}

export function given<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** Acts of a coordinator on the imports of an office. */
export function importsOf(actor: Actor, officeId: string) {
  const context = { actor, now: importedAt, address: '' };
  const begin = async (name: string, file: Buffer, planCode = '') =>
    given(await beginImport({ officeId, planCode, name, file }, context)).id;
  const read = async (id: string) => {
    const stored = await findImport(id);
    if (!stored) throw new Error('no import');
    return { stored, ...(await readImport(stored)) };
  };
  const store = async (importId: string, planCode: string, kind: 'new' | 'draft' = 'new') => {
    const { stored } = await read(importId);
    return storeImport({ importId, version: stored.version, target: { kind, planCode } }, context);
  };
  /** Makes every unknown name a new agency, lets groups stand for nobody, and writes what the file does not say of itself. */
  const finish = async (importId: string) => {
    const { reading } = await read(importId);
    const head = { title: '试验计划', issuer: '试验市', issuedOn: '2026-02-01', contactOffice: '试验处' } as const;
    const edits = Object.entries(head).map(
      ([field, text]): DraftEdit => ({ kind: 'head', field: field as keyof typeof head, text }),
    );
    const groups = reading.units.filter(({ isGroup, meaning }) => isGroup && meaning.kind === 'open');
    edits.push(...groups.map(({ name }): DraftEdit => ({ kind: 'unit', name, as: { members: [] } })));
    given(await editImport({ importId, edits }, context));
    await makeRestNew({ importId }, context);
  };
  return { begin, read, store, finish };
}

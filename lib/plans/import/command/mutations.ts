import 'server-only';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { DraftEdit } from '@/lib/domain/plan/plan-import';
import { planLineLimits } from '@/lib/domain/plan/plan-settings';
import { draftOf, numberedRows } from '@/lib/imports/plan/draft';
import { type DraftReading, readDraft } from '@/lib/imports/plan/draft-reading';
import type { PlanProblem } from '@/lib/imports/plan/plan-source';
import { isError, planOf, type ReadPlan } from '@/lib/imports/plan/read-plan';
import { readSource } from '@/lib/imports/plan/source-of-file';
import { holdOffices } from '@/lib/offices/mutations';
import { portalNow } from '@/lib/server/clock';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { isPlanCodeTaken, planTransaction } from '@/lib/server/database/plan-write-path';
import { getRegister } from '../data';
import { storeReading } from '../storing/plan/mutations';

export type CommandFile = {
  name: string;
  file: Buffer;
  year: number | null;
  officeCode: string | null;
  planCode: string | null;
};

/** `unknown-office` and `code-taken` are about the options of the command, `unread` about the file. */
export type CommandOutcome =
  | { kind: 'stored'; planCode: string; office: string; tasks: number; read: ReadPlan }
  | { kind: 'unread'; problems: PlanProblem[] }
  | { kind: 'unknown-office' }
  | { kind: 'code-taken'; planCode: string };

/** Settles what nobody can be asked: unknown names are new agencies, groups without members stand for nobody yet. */
function settled({ units }: DraftReading): DraftEdit[] {
  return units.flatMap(({ name, isGroup, meaning }): DraftEdit[] => {
    if (meaning.kind !== 'open' || meaning.proposals.length > 0) return [];
    return [{ kind: 'unit', name, as: isGroup ? { members: [] } : { isNew: true } }];
  });
}

/** A name that may be that of another agency is a problem, as it is in the preview. */
function unsettled({ units }: DraftReading, nameOf: (id: string) => string): PlanProblem[] {
  return units.flatMap(({ name, row, meaning }): PlanProblem[] => {
    if (meaning.kind !== 'open') return [];
    const [meant = ''] = meaning.proposals;
    return [{ code: 'agency-unknown', at: { row }, values: { name, meant: nameOf(meant) } }];
  });
}

/** The office of a plan: the one that was named, the only one, or one by the name of the notice's contact. */
async function officeOf(transaction: Transaction, code: string | null, reading: DraftReading, fallback: string) {
  const select = { id: true, name: true } as const;
  if (code !== null) return transaction.office.findUnique({ where: { code }, select });
  const offices = await transaction.office.findMany({ select });
  const name = reading.draftHead.contactOffice || reading.draftHead.issuer || fallback;
  const [only] = offices;
  if (only && offices.length === 1) return only;
  return (
    offices.find((office) => office.name === name) ??
    transaction.office.create({ data: { name, code: `office-${offices.length + 1}` }, select })
  );
}

/** Fills in what the file does not say of itself, for people to correct in the draft. */
function completed(reading: DraftReading, title: string, office: string, today: string): DraftReading {
  const { draftHead: head } = reading;
  const contactOffice = head.contactOffice || office;
  const issued = { issuer: head.issuer || office, issuedOn: head.issuedOn || today };
  return { ...reading, draftHead: { ...head, ...issued, title: head.title || title, contactOffice } };
}

/**
 * Stores a file as the draft of a plan without a browser, all of it or nothing, and reads it as the preview does. Unknown
 * names become agencies of the register; a name that is near to one of it is a problem.
 */
export async function importByCommand({
  name,
  file,
  year,
  officeCode,
  planCode,
}: CommandFile): Promise<CommandOutcome> {
  const source = await readSource(name, file);
  if (!source.ok) return { kind: 'unread', problems: source.problems };
  const title = name.replace(/\.\w+$/, '').slice(0, planLineLimits.contactOffice);
  const today = civilDateOf(await portalNow());
  return db.$transaction(async (transaction): Promise<CommandOutcome> => {
    await holdOffices(transaction);
    const register = await getRegister(transaction);
    const blocks = numberedRows(source.blocks);
    const first = readDraft(draftOf(blocks, []), register, year);
    const reading = readDraft(draftOf(blocks, settled(first)), register, year);
    const names = new Map(register.agencies.map((agency) => [agency.id, agency.name]));
    const problems = [...reading.problems, ...unsettled(reading, (id) => names.get(id) ?? '')];
    if (problems.some(isError)) return { kind: 'unread', problems };
    const code = planCode ?? String(reading.year);
    if (await isPlanCodeTaken(transaction, code)) return { kind: 'code-taken', planCode: code };
    const office = await officeOf(transaction, officeCode, reading, title);
    if (!office) return { kind: 'unknown-office' };
    const whole = completed(reading, title, office.name, today);
    const target = { officeId: office.id, planCode: code, planId: null, by: {}, onProgress: async () => {} };
    const { planId, differences } = await storeReading(transaction, whole, target);
    const detail = { planId, planCode: code, fileName: name, tasks: differences.length };
    await recordEvent(transaction, { name: 'plan-imported', detail });
    return { kind: 'stored', planCode: code, office: office.name, tasks: differences.length, read: planOf(reading) };
  }, planTransaction);
}

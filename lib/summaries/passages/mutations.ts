import 'server-only';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { formOf, type Section, sectionsOf } from '@/lib/domain/report/entry';
import { sectionSays } from '@/lib/domain/report/section-says';
import { editOfFiled } from '@/lib/domain/review/summary';
import type { SavedDraft } from '@/lib/schemas/form-state';
import { db, type Transaction } from '@/lib/server/database/db';
import { snapshotSchema } from '@/lib/server/database/stored-json';
import { type AskContext, LostRace } from '@/lib/server/database/write-path';
import { refusalOfWriter, writeSummary } from '@/lib/summaries/writing/summary-write';

/** A passage, with the version that was on the screen; 0 if it was never edited. */
export type PassageKey = { entryId: string; section: Section; version: number };

type Changed = { text: string | null; editedFromId: string; changedAt: Date; changedById: string };

/** Stores a change unless somebody else has changed the passage meanwhile. */
async function store(transaction: Transaction, { entryId, section, version }: PassageKey, change: Changed) {
  const passages = transaction.summaryPassage;
  const { count } =
    version === 0
      ? await passages.createMany({ data: [{ entryId, section, ...change }], skipDuplicates: true })
      : await passages.updateMany({
          where: { entryId, section, version },
          data: { ...change, version: version + 1 },
        });
  if (count !== 1) throw new LostRace();
}

/** The filed version of an entry, and its content for the section. */
async function filedIn(transaction: Transaction, { entryId, section }: PassageKey) {
  const entry = await transaction.summaryEntry.findUniqueOrThrow({
    where: { id: entryId },
    select: { reportId: true, taskId: true, filedVersion: { select: { id: true, snapshot: true } } },
  });
  const { reportId, taskId, filedVersion } = entry;
  const snapshot = snapshotSchema.parse(filedVersion.snapshot);
  const content = snapshot.entries.find((each) => each.taskId === taskId) ?? null;
  const form = formOf(snapshot);
  const filed = sectionsOf(form).includes(section) ? sectionSays(content, section, form) : null;
  return { reportId, taskId, versionId: filedVersion.id, filed };
}

async function writePassage(key: PassageKey, text: string | null, context: AskContext): Promise<Result<SavedDraft>> {
  const refusal = refusalOfWriter(context.actor);
  if (refusal) return refusal;
  const entry = await db.summaryEntry.findUnique({ where: { id: key.entryId }, select: { summaryId: true } });
  if (!entry) return refused({ code: 'not-found' });
  let { version } = key;
  const result = await writeSummary(entry.summaryId, context, async (transaction) => {
    const { reportId, taskId, versionId, filed } = await filedIn(transaction, key);
    if (!filed) return refused({ code: 'not-found' });
    const edit = text === null ? null : editOfFiled(text, filed);
    if (edit === null && key.version === 0) return accepted(null);
    await store(transaction, key, {
      text: edit,
      editedFromId: versionId,
      changedAt: context.now,
      changedById: context.actor.accountId,
    });
    version += 1;
    const name = edit === null ? 'summary-passage-restored' : 'summary-passage-edited';
    return accepted({ name, detail: { reportId, taskId, section: key.section, ...(edit !== null && { text: edit }) } });
  });
  return result.ok ? accepted({ version, at: context.now.toISOString() }) : result;
}

/**
 * Writes a text in place of a section, in the draft only: the filed report is not changed. An empty text omits the
 * section from the summary; a text equal to the original is no edit. Gives the passage's new version.
 */
export function editPassage(
  { text, ...key }: PassageKey & { text: string },
  context: AskContext,
): Promise<Result<SavedDraft>> {
  return writePassage(key, text, context);
}

/** Restores the original text. */
export function restorePassage(key: PassageKey, context: AskContext): Promise<Result<SavedDraft>> {
  return writePassage(key, null, context);
}

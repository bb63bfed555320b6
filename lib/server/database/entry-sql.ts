import 'server-only';
import { z } from 'zod';
import { type EntryForm, entryKeys, noticeForm } from '@/lib/domain/report/entry';
import { storedFields } from '@/lib/schemas/entry';
import { Prisma } from '@/lib/server/generated/client';

/** The fields of an entry as members of json_build_object; `entry` names the row, as in "Entry" e. */
export function entryMembers(entry = 'e', form: EntryForm = noticeForm): Prisma.Sql {
  return Prisma.raw(
    entryKeys(form)
      .map((key) => `'${key}', ${entry}."${key}"`)
      .join(', '),
  );
}

/** The fields of an entry as one JSON object, null where a LEFT JOIN found none. */
export function entryObject(entry = 'e', form: EntryForm = noticeForm): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${Prisma.raw(entry)}.id IS NOT NULL THEN json_build_object(${entryMembers(entry, form)}) END`;
}

/** The content of an entry, as its columns or a filed version hold it. */
export const entryContentSchema = z.object(storedFields());

const fieldSaveSchema = z.object({
  version: z.number(),
  by: z.string(),
  at: z.string(),
  accountId: z.string().optional(),
  tabId: z.string().optional(),
});

/** For each field the number of saves, with the last author, window and time. */
export const fieldSavesSchema = z.partialRecord(z.enum(entryKeys()), fieldSaveSchema);

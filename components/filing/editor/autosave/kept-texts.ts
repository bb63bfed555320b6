import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { FieldContent } from '@/lib/domain/report/entry';
import type { SavedField } from '@/lib/domain/report/field-save';

/**
 * A typed text that is not saved yet, kept in the browser by account and report, and by tab so that tabs do not
 * overwrite each other's texts.
 */
export type KeptText = {
  accountId: string;
  reportId: string;
  tabId: string;
  taskId: string;
  field: SavedField;
  /** The version of the field from which it was typed. */
  version: number;
  content: FieldContent;
  /** A content sent before without an answer: if that is stored now, this tab has saved it. */
  sent: { content: FieldContent } | null;
  /** Milliseconds since 1970 by the browser's clock, shown to its own user only. */
  at: number;
};

const key = ['accountId', 'reportId', 'tabId', 'taskId', 'field'] as const;

interface KeptDatabase extends DBSchema {
  texts: { key: string[]; value: KeptText; indexes: { report: [string, string] } };
}

let opened: Promise<IDBPDatabase<KeptDatabase>> | undefined;

/** The browser may close the database or fail to open it; the next use opens it again. */
function open(): Promise<IDBPDatabase<KeptDatabase>> {
  const forget = () => {
    opened = undefined;
  };
  opened ??= openDB<KeptDatabase>('filing', 1, {
    upgrade(database) {
      const texts = database.createObjectStore('texts', { keyPath: [...key] });
      texts.createIndex('report', ['accountId', 'reportId']);
    },
    terminated: forget,
  });
  opened.catch(forget);
  return opened;
}

/** Keeps a text in place of the tab's earlier one for the field; false where the browser cannot store anything. */
export async function keepText(text: KeptText): Promise<boolean> {
  try {
    await (await open()).put('texts', text);
    return true;
  } catch {
    return false;
  }
}

export async function forgetText(text: Pick<KeptText, (typeof key)[number]>): Promise<void> {
  try {
    await (await open()).delete(
      'texts',
      key.map((part) => text[part]),
    );
  } catch {
    // A text that could not be stored need not be deleted.
  }
}

/**
 * Lists the texts that earlier visits of an account left unsaved in a report, the latest first; none of another
 * account's.
 */
export async function listKeptTexts(accountId: string, reportId: string): Promise<KeptText[]> {
  try {
    const texts = await (await open()).getAllFromIndex('texts', 'report', [accountId, reportId]);
    return texts.toSorted((a, b) => b.at - a.at);
  } catch {
    return [];
  }
}

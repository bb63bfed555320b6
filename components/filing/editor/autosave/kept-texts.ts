import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { FieldContent, SavedField } from '@/lib/domain/report/field-save';

/** What was typed and is not saved yet, in the browser: by account and report, and by tab, so that no tab loses another's. */
export type KeptText = {
  accountId: string;
  reportId: string;
  tabId: string;
  taskId: string;
  field: SavedField;
  /** The version of the field from which it was typed. */
  version: number;
  content: FieldContent;
  /** What had been sent before and had no answer: if that is what is stored, it is nobody else's. */
  sent: { content: FieldContent } | null;
  /** Milliseconds since 1970 by the browser's clock, for its own user's eyes only. */
  at: number;
};

const key = ['accountId', 'reportId', 'tabId', 'taskId', 'field'] as const;

interface KeptDatabase extends DBSchema {
  texts: { key: string[]; value: KeptText; indexes: { report: [string, string] } };
}

let opened: Promise<IDBPDatabase<KeptDatabase>> | undefined;

/** The browser may close it, or not open it the first time: it is opened anew when it is wanted next. */
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

/** Keeps a text, in place of what the same tab kept of the field; false where the browser keeps nothing. */
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
    // What the browser does not keep it need not forget.
  }
}

/** What earlier visits of an account left unsaved in a report, the latest first; nothing of another account's. */
export async function listKeptTexts(accountId: string, reportId: string): Promise<KeptText[]> {
  try {
    const texts = await (await open()).getAllFromIndex('texts', 'report', [accountId, reportId]);
    return texts.toSorted((a, b) => b.at - a.at);
  } catch {
    return [];
  }
}

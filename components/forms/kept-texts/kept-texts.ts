import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Sealed, seal, unseal } from './sealing';

/** The content of a field of any form: a text, a tick, a choice or none. */
type FieldValue = string | boolean | null;

/** Names a kept text: one tab's content of one field, so that tabs do not overwrite each other's texts. */
export type KeptTextKey = {
  accountId: string;
  /** The stable name of the form and its subject, as `report/<id>`. */
  place: string;
  field: string;
  tabId: string;
};

/** A typed text that is not saved yet, kept in the browser for its account alone. */
export type KeptText = KeptTextKey & {
  content: FieldValue;
  /** The stored version or content from which it was typed. */
  base: string;
  /** A content sent before without an answer: if that is stored now, this tab has saved it. */
  sent?: { content: FieldValue } | null;
  /** Milliseconds since 1970 by the browser's clock, shown to its own user only. */
  at: number;
};

type Row = KeptTextKey & (Omit<KeptText, keyof KeptTextKey> | { sealed: Sealed });

/** A text as it was kept, unencrypted, before there was more than one form. */
type EarlierRow = Pick<KeptText, 'accountId' | 'tabId' | 'content' | 'sent' | 'at'> & {
  reportId: string;
  taskId: string;
  field: string;
  version: number;
};

interface KeptDatabase extends DBSchema {
  texts: { key: string[]; value: EarlierRow };
  kept: { key: string[]; value: Row; indexes: { account: string; place: [string, string] } };
}

type Opened = IDBPDatabase<KeptDatabase>;

const keyOf = ({ accountId, place, field, tabId }: KeptTextKey) => [accountId, place, field, tabId];

const labelOf = (key: KeptTextKey) => keyOf(key).join('\n');

let opened: Promise<Opened> | undefined;

/** The browser may close the database or fail to open it; the next use opens it again. */
const forgetDatabase = () => {
  opened = undefined;
};

const opening = (blocked: () => void) =>
  openDB<KeptDatabase>('filing', 2, {
    async upgrade(database, earlier, _later, transaction) {
      const kept = database.createObjectStore('kept', { keyPath: ['accountId', 'place', 'field', 'tabId'] });
      kept.createIndex('account', 'accountId');
      kept.createIndex('place', ['accountId', 'place']);
      if (earlier === 0) return;
      for (const { reportId, taskId, field, version, ...text } of await transaction.objectStore('texts').getAll())
        await kept.put({ ...text, place: `report/${reportId}`, field: `${taskId} ${field}`, base: String(version) });
      database.deleteObjectStore('texts');
    },
    blocked,
    blocking(_earlier, _later, event) {
      (event.target as IDBDatabase).close();
      forgetDatabase();
    },
    terminated: forgetDatabase,
  });

/** Fails, without waiting, while a window of an earlier release holds the database open. */
function open(): Promise<Opened> {
  opened ??= new Promise((resolve, reject) => {
    opening(() => reject(new Error('an earlier release holds the database'))).then(
      (database) => {
        opened = Promise.resolve(database);
        resolve(database);
      },
      (error) => {
        forgetDatabase();
        reject(error);
      },
    );
  });
  return opened;
}

async function put({ accountId, place, field, tabId, ...text }: KeptText): Promise<void> {
  const key = { accountId, place, field, tabId };
  const sealed = await seal(accountId, labelOf(key), text);
  await (await open()).put('kept', { ...key, sealed });
}

const channel = 'kept-texts';
let sender: BroadcastChannel | undefined;

/** Lets every open page know that a text has been kept or deleted. */
function announce(): void {
  sender ??= new BroadcastChannel(channel);
  sender.postMessage(null);
}

/** Calls a listener whenever a page of this browser has kept or deleted a text; gives the function that ends it. */
export function onKeptTextsChanged(listener: () => void): () => void {
  const receiver = new BroadcastChannel(channel);
  receiver.onmessage = listener;
  return () => receiver.close();
}

/** Writes follow each other, because the later of two texts could be encrypted first. */
let writing: Promise<unknown> = Promise.resolve();

function inOrder<Value>(write: () => Promise<Value>, otherwise: Value): Promise<Value> {
  const done = writing.then(write).catch(() => otherwise);
  void done.then(announce);
  writing = done;
  return done;
}

/**
 * Keeps a text in place of the tab's earlier one for the field; false where the browser cannot keep it: no storage, no
 * encryption, or no key of this account.
 */
export const keepText = (text: KeptText): Promise<boolean> => inOrder(() => put(text).then(() => true), false);

/** Deletes a kept text; one that could not be kept need not be deleted. */
export const forgetText = (key: KeptTextKey): Promise<void> =>
  inOrder(async () => (await open()).delete('kept', keyOf(key)), undefined);

/** A row that cannot be decrypted is nobody's text any more: the portal's secret has changed since. */
async function read(row: Row): Promise<KeptText[]> {
  if (!('sealed' in row)) {
    // It was kept before texts were encrypted.
    await keepText(row);
    return [row];
  }
  const { sealed, ...key } = row;
  return unseal(row.accountId, labelOf(key), sealed).then(
    (text) => [{ ...key, ...(text as Omit<KeptText, keyof KeptTextKey>) }],
    () => [],
  );
}

/** Lists the texts that an account has left unsaved in a place, the latest first; none of another account's. */
export async function listKeptTexts(accountId: string, place: string): Promise<KeptText[]> {
  try {
    const rows = await (await open()).getAllFromIndex('kept', 'place', [accountId, place]);
    return (await Promise.all(rows.map(read))).flat().sort((a, b) => b.at - a.at);
  } catch {
    return [];
  }
}

/** Counts the texts of an account in this browser, in all places, once what is being kept or deleted is done. */
export async function countKeptTexts(accountId: string): Promise<number> {
  await writing;
  try {
    return await (await open()).countFromIndex('kept', 'account', accountId);
  } catch {
    return 0;
  }
}

/** Deletes all texts of an account from this browser. */
export const clearKeptTexts = (accountId: string): Promise<void> =>
  inOrder(async () => {
    const database = await open();
    for (const key of await database.getAllKeysFromIndex('kept', 'account', accountId))
      await database.delete('kept', key);
  }, undefined);

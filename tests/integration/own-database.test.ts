import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect as connectTo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messages } from '@/scripts/console-messages.mjs';
import { migrate } from '@/scripts/migrate';
import { awaitOwnDatabase, requireMigrationRights } from '@/scripts/own-database';
import { emptyDatabase } from '../support/migrating';
import { connect } from '../support/sql';

const forEver = Number.POSITIVE_INFINITY;

let url: string;
let sql: ReturnType<typeof connect>;

beforeEach(async () => {
  url = await emptyDatabase();
  sql = connect(url);
});

afterEach(() => sql.end());

const databaseName = () => new URL(url).pathname.slice(1);

/** The address of the database for a new user without rights. */
async function asNewUser(): Promise<{ user: string; url: string }> {
  const user = `user_${randomUUID().slice(0, 8)}`;
  await sql(`CREATE ROLE ${user} LOGIN PASSWORD 'secret'`);
  return { user, url: Object.assign(new URL(url), { username: user, password: 'secret' }).href };
}

describe('a start on the database of its operator', () => {
  test('waits for a database that cuts the first connections and answers later', async () => {
    let refused = 0;
    const proxy = createServer((socket) => {
      if (refused++ < 2) return socket.destroy();
      const onward = connectTo(Number(new URL(url).port), '127.0.0.1');
      socket.pipe(onward).pipe(socket);
      for (const end of [socket, onward]) end.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const port = String((proxy.address() as AddressInfo).port);
    await awaitOwnDatabase(Object.assign(new URL(url), { port }).href, forEver);
    expect(refused).toBe(3);
    proxy.close();
  });

  test.each([
    ['a wrong password', { password: 'wrong' }, 'password authentication failed for user "portal"'],
    ['a database that does not exist', { pathname: '/nowhere' }, 'database "nowhere" does not exist'],
  ])('does not wait after %s', async (_, wrong, reason) => {
    const place = new URL(Object.assign(new URL(url), wrong));
    const refusal = messages.databaseUnreachable(`127.0.0.1:${place.port}${place.pathname}`, reason);
    await expect(awaitOwnDatabase(place.href, forEver)).rejects.toThrow(refusal);
  });

  test.each(['SQL_ASCII', 'LATIN1'])('refuses a database in the encoding %s', async (encoding) => {
    const other = await emptyDatabase(encoding);
    await expect(awaitOwnDatabase(other, forEver)).rejects.toThrow(messages.databaseEncoding(encoding));
  });

  test('refuses a database that takes no writes', async () => {
    await sql(`ALTER DATABASE ${databaseName()} SET default_transaction_read_only = on`);
    const place = `127.0.0.1:${new URL(url).port}/${databaseName()}`;
    await expect(awaitOwnDatabase(url, forEver)).rejects.toThrow(messages.databaseReadOnly(place));
  });
});

describe('before it migrates, a start', () => {
  test('tells a user without rights the SQL that gives them, which does', async () => {
    const { user, url: own } = await asNewUser();
    const sentence = messages.databaseLacksRights(user, databaseName());
    await expect(requireMigrationRights(own)).rejects.toThrow(sentence);
    await sql(sentence.slice(sentence.indexOf('ALTER')));
    await requireMigrationRights(own);
    expect((await migrate(own)).length).toBeGreaterThan(0);
  });

  test('refuses a user who does not own the tables that are there, and names their owner', async () => {
    await migrate(url);
    const { user, url: own } = await asNewUser();
    await expect(requireMigrationRights(own)).rejects.toThrow(messages.databaseOwnedByOther(user, 'portal'));
  });
});

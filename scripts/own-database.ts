import { messages } from './console-messages.mjs';
import { databaseAddress } from './database-address';
import { query } from './database-client';
import { LongWait } from './long-wait';
import { OperatorError } from './operator-error';

const oldestVersion = 150_000;
const pauseBetweenTries = 1_000;

/** The database starts, restarts or has no connection left (SQLSTATE), or nothing answers at its address (Node). */
const passing =
  /^(57P0[123]|53300|08\w{3}|ECONN(REFUSED|RESET|ABORTED)|E(TIMEDOUT|PIPE|NOENT)|E(HOST|NET)UNREACH|EAI_AGAIN|ENOTFOUND)$/;
/** The same from the driver, which says it in words only. */
const passingWords = /timeout|terminated|timed out/i;

type Facts = { number: string; version: string; encoding: string; isReadOnly: boolean };

const facts = `select current_setting('server_version_num') as number, current_setting('server_version') as version,
  current_setting('server_encoding') as encoding,
  pg_is_in_recovery() or current_setting('transaction_read_only')::bool as "isReadOnly"`;

/**
 * Waits for the operator's own database, at most for some seconds. Throws OperatorError when it does not answer in that
 * time, refuses this user, is too old, takes no writes, or stores texts in an encoding other than UTF-8.
 */
export async function awaitOwnDatabase(url: string, seconds = 0): Promise<void> {
  const { number, version, encoding, isReadOnly } = await askUntilAnswered(url, seconds);
  if (Number(number) < oldestVersion) throw new OperatorError(messages.databaseTooOld(version));
  if (encoding !== 'UTF8') throw new OperatorError(messages.databaseEncoding(encoding));
  if (isReadOnly) throw new OperatorError(messages.databaseReadOnly(placeOf(url)));
}

async function askUntilAnswered(url: string, seconds: number): Promise<Facts> {
  let reason = new Error();
  const waiting = new LongWait((waited) => messages.databaseAwaited(placeOf(url), reason.message, waited), 0);
  for (;;) {
    try {
      const [found] = await query<Facts>(url, facts);
      if (found) return found;
    } catch (error) {
      reason = reasonOf(error as Error);
      if (waiting.waited >= seconds * 1_000 || !isPassing(reason))
        throw new OperatorError(messages.databaseUnreachable(placeOf(url), reason.message));
      await waiting.wait(pauseBetweenTries);
    }
  }
}

function isPassing({ code, message }: Error & { code?: string }): boolean {
  return code ? passing.test(code) : passingWords.test(message);
}

/** Gives one reason, even if several addresses of a host were tried. */
function reasonOf(error: Error): Error {
  return error instanceof AggregateError ? (error.errors[0] as Error) : error;
}

function placeOf(url: string): string {
  return databaseAddress(url)?.place ?? '';
}

type Rights = {
  user: string;
  database: string;
  mayCreate: boolean;
  mayCreateInDatabase: boolean;
  owner: string | null;
  hasSearch: boolean;
  hasQueue: boolean;
};

const rights = `select current_user as user, current_database() as database,
  coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) as "mayCreate",
  has_database_privilege(current_database(), 'CREATE') as "mayCreateInDatabase",
  (select min(pg_get_userbyid(relowner)) from pg_class where relnamespace = current_schema()::regnamespace
    and relkind = 'r' and not pg_has_role(relowner, 'USAGE')) as owner,
  exists (select from pg_available_extensions where name = 'pg_trgm') as "hasSearch",
  exists (select from pg_namespace where nspname = 'pgboss')
    and exists (select from pg_extension where extname = 'pg_trgm') as "hasQueue"`;

/** Throws OperatorError, with the SQL that helps, when this user has not the rights that migrations need. */
export async function requireMigrationRights(url: string): Promise<void> {
  const [found] = await query<Rights>(url, rights);
  if (!found) return;
  const { user, database, owner } = found;
  if (owner) throw new OperatorError(messages.databaseOwnedByOther(user, owner));
  if (!found.hasSearch) throw new OperatorError(messages.databaseLacksSearch);
  if (!found.mayCreate || !(found.mayCreateInDatabase || found.hasQueue))
    throw new OperatorError(messages.databaseLacksRights(user, database));
}

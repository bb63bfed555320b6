import type { Client } from 'pg';

/** Everything that migrations make, one line of text for each: the rows are not read. */
const facts = `
with own as (select oid, relname, relkind from pg_class where relnamespace = current_schema()::regnamespace)
select 'relation ' || relname || ' ' || relkind::text as fact from own
union all select format('column %s.%s %s %s %s', relname, attname, format_type(atttypid, atttypmod), attnotnull, atthasdef)
  from pg_attribute join own on attrelid = own.oid where attnum > 0 and not attisdropped and relkind in ('r', 'v', 'm', 'p')
union all select format('constraint %s %s %s', relname, conname, pg_get_constraintdef(c.oid))
  from pg_constraint c join own on conrelid = own.oid where contype <> 'n'
union all select 'index ' || pg_get_indexdef(indexrelid) from pg_index join own on indrelid = own.oid
union all select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t join own on tgrelid = own.oid where not tgisinternal
union all select format('function %s(%s) %s', proname, pg_get_function_identity_arguments(p.oid), prosrc) from pg_proc p
  where pronamespace = current_schema()::regnamespace
    and not exists (select from pg_depend where objid = p.oid and classid = 'pg_proc'::regclass and deptype = 'e')
union all select format('value %s %s', typname, enumlabel) from pg_enum join pg_type t on enumtypid = t.oid
union all select 'extension ' || extname from pg_extension`;

/** Reads what the migrations have made in a database. */
export async function readCatalogue(client: Client): Promise<Set<string>> {
  const { rows } = await client.query<{ fact: string }>(facts);
  return new Set(rows.map(({ fact }) => fact));
}

/**
 * Says whether a migration went through in a database, by what it changes: from the catalogue `before` it to the one
 * `after` it. 'unclear' when it changes nothing there, or the database shows some of it.
 */
export function fateOf(found: Set<string>, before: Set<string>, after: Set<string>): 'done' | 'undone' | 'unclear' {
  const made = [...after].filter((fact) => !before.has(fact));
  const removed = [...before].filter((fact) => !after.has(fact));
  if (made.length + removed.length === 0) return 'unclear';
  if (made.every((fact) => found.has(fact)) && !removed.some((fact) => found.has(fact))) return 'done';
  if (!made.some((fact) => found.has(fact)) && removed.every((fact) => found.has(fact))) return 'undone';
  return 'unclear';
}

import 'server-only';
import { z } from 'zod';
import { db, type Transaction } from './db';

/**
 * The tag of a query whose rows are given as the schema has them. A column that the query forgets or casts otherwise
 * fails here, and not as `undefined` on a page; columns that the schema does not name are left out.
 */
export function rowsOf<Row extends z.ZodType>(schema: Row, client: Transaction = db) {
  return async (sql: TemplateStringsArray, ...values: unknown[]): Promise<z.output<Row>[]> =>
    z.array(schema).parse(await client.$queryRaw(sql, ...values));
}

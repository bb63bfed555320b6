import 'server-only';
import { Prisma } from '@/lib/server/generated/client';

/**
 * Condition that a text holds what is searched, as people see it: width, case, blanks, look-alike characters, and the kinds
 * of quotation marks, dashes and brackets make no difference. The function of the database folds both in the same way.
 */
export function holdsSearch(text: Prisma.Sql, search: string): Prisma.Sql {
  // A query of its own folds what is searched once, not for each row.
  return Prisma.sql`strpos(search_form(${text}), (SELECT search_form(${search}))) > 0`;
}

import { describe, expect, test } from 'vitest';
import { objectTypesOf, retypedOf } from './support/object-types';
import { sourcesUnder } from './support/source-files';

const typesUnder = (...folders: string[]) =>
  sourcesUnder(...folders)
    .filter(({ path }) => /\.tsx?$/.test(path))
    .flatMap(objectTypesOf);

// Parsed outside the tests, whose time is limited.
const shownTypes = typesUnder('components', 'app');
const libTypes = typesUnder('lib');

const planted = (path: string, text: string) => objectTypesOf({ path, text });

const stored = planted(
  'lib/plans/data.ts',
  `export type Period = { quarter: string; dueOn: Date; closesAt: Date; provisional: boolean };
   const rowSchema = z.object({ id: z.uuid(), name: z.string(), code: z.string(), position: z.int() });`,
);

describe('a type is written once', () => {
  test('no object type of a component or a page has exactly the fields of a type in lib', () => {
    expect(retypedOf(shownTypes, libTypes)).toEqual([]);
  });

  test('a type with the same fields in another order is found, and both types are named', () => {
    const shown = planted(
      'components/plans/period-table.tsx',
      "type Row = { dueOn: Date; 'quarter': string; provisional?: boolean; readonly closesAt: Date };",
    );
    expect(retypedOf(shown, stored)).toEqual(['components/plans/period-table.tsx: Row = lib/plans/data.ts: Period']);
  });

  test('an interface, and a type inside other types, that repeat a schema are found', () => {
    const fields = 'id: string; name: string; code: string; position: number';
    const shown = [
      ...planted('components/plans/a.ts', `interface Agency { ${fields} }`),
      ...planted('components/plans/b.tsx', `export function List({ rows }: { rows: { ${fields} }[] }) {}`),
    ];
    expect(retypedOf(shown, stored)).toEqual([
      'components/plans/a.ts: Agency = lib/plans/data.ts: rowSchema',
      'components/plans/b.tsx: List = lib/plans/data.ts: rowSchema',
    ]);
  });

  test('a type with fewer fields, with one more, or with fewer than four may stand', () => {
    const shown = planted(
      'components/plans/period-table.tsx',
      `type Part = { quarter: string; dueOn: Date; closesAt: Date };
       type More = { quarter: string; dueOn: Date; closesAt: Date; provisional: boolean; isNow: boolean };
       type Other = { quarter: string; dueOn: Date; closesAt: Date; isNow: boolean };`,
    );
    expect(retypedOf(shown, stored)).toEqual([]);
    const short = 'type Name = { code: string; name: string };';
    expect(retypedOf(planted('components/plans/c.ts', short), planted('lib/plans/data.ts', short))).toEqual([]);
  });
});

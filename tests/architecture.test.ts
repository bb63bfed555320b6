import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { functionsOf, importsOf, sourcesUnder } from './support/source-files';

const portal = sourcesUnder('app', 'components', 'lib', 'prisma');
const everything = [...portal, ...sourcesUnder('scripts', 'tests')];
const typescript = portal.filter((file) => /\.tsx?$/.test(file.path));
const known = new Set(portal.map((file) => file.path));
const imports = typescript.flatMap((file) => importsOf(file, known));

const lines = (found: readonly string[]) => [...new Set(found)].toSorted();

/** Whether a module imports a translator as a constant, or asks for one while it is loaded. */
function keepsTranslator(code: string): boolean {
  const imported = /^import \{(?:[^}]*[\s,])?t(?:\s+as\s+\w+)?\s*[,}][^;]*;/m;
  const asked = /^(export )?const \w+(: [^=]+)? = (?!.*=>).*\b(getT|useT|translatorFor)\(/m;
  return imported.test(code) || asked.test(code);
}

describe('the content of a file', () => {
  test('a file that runs only on the server says so in its first line', () => {
    const isForAll = /^lib\/(domain\/|schemas\/|text\/|routes\.ts$)/;
    const server = typescript.filter(({ path: file }) => file.startsWith('lib/') && !isForAll.test(file));
    const silent = server.filter(({ code }) => !/^\s*(import 'server-only';|'use server';)/.test(code));
    expect(silent.map((file) => file.path)).toEqual([]);
  });

  test('an actions file has the directive for server actions, and no other file has it', () => {
    const marked = typescript.filter(({ code }) => /^\s*'use server';/.test(code)).map((file) => file.path);
    const named = typescript.map((file) => file.path).filter((file) => /^lib\/.+\/actions\.ts$/.test(file));
    expect(marked.toSorted()).toEqual(named.toSorted());
  });

  test('no public page asks for the session or the request, because it is kept for everybody', () => {
    const isPublic =
      /^(app\/\(public\)\/(?!receipts)|lib\/(plans\/(lists\/)?|publication\/([a-z]+\/)?)loaders\.ts$|app\/api\/v1\/|lib\/open-data\/)/;
    const asks = /^(lib\/server\/session\/.+|next\/headers)$/;
    const pages = imports.filter(({ from }) => isPublic.test(from) && !from.startsWith('lib/publication/desk/'));
    expect(pages.length).toBeGreaterThan(0);
    expect(lines(pages.filter(({ to }) => asks.test(to)).map(({ from }) => from))).toEqual([]);
  });

  test('the system clock is read in one file only, and in a browser in one more that counts from the portal’s time', () => {
    const readers = typescript.filter(({ code }) => /\bnew Date\(\s*\)|\bDate\.now\b|\bDate\(\)/.test(code));
    expect(readers.map((file) => file.path)).toEqual([
      'components/reports/countdown/portal-clock.ts',
      'lib/server/process/machine-clock.ts',
    ]);
  });

  test('no raw query reads a clock other than portal_now()', () => {
    const sql = /(?<![\w.])now\(\)|\b(CURRENT_TIMESTAMP|CURRENT_DATE|LOCALTIME|clock_timestamp)\b/i;
    const readers = typescript.filter(
      ({ code }) => /(query|execute)Raw|Prisma\.sql|rowsOf/.test(code) && sql.test(code),
    );
    expect(readers.map((file) => file.path)).toEqual([]);
  });

  test('the translator is asked for inside a function, never imported or kept as a constant', () => {
    expect(portal.filter(({ code }) => keepsTranslator(code)).map((file) => file.path)).toEqual([]);
  });

  test.each([
    ["import { t } from '@/lib/text/translator';", true],
    ["import { type Translate, t as say } from './translator';", true],
    ['export const t = translatorFor();', true],
    ['const title = getT()(`summaries.title`);', true],
    ["import { getT } from '@/lib/text/get-t';", false],
    ['export const title = () => getT()(`summaries.title`);', false],
    ['function Title() {\n  const t = useT();\n  return t(`summaries.title`);\n}', false],
  ])('a translator as a constant is recognised: %s', (code, isKept) => {
    expect(keepsTranslator(code)).toBe(isKept);
  });

  test('the time zone is named in one file only', () => {
    const namers = everything.filter(({ path: file, code }) => !file.startsWith('tests/') && code.includes('Asia/'));
    expect(namers.map((file) => file.path)).toEqual(['lib/domain/calendar/civil-date.ts']);
  });

  test('Chinese text is only in the catalogues, the importers, the words that are read, the sample data and the tests', () => {
    const kept =
      /^(lib\/text|lib\/imports|lib\/demonstration|prisma\/seed|tests)\/|^scripts\/console-messages\.mjs$|^lib\/domain\/(report\/nothing|agencies\/name)-words\.ts$/;
    const writers = everything.filter(({ path: file, code }) => !kept.test(file) && /\p{Script=Han}/u.test(code));
    expect(writers.map((file) => file.path)).toEqual([]);
  });
});

describe('names and sizes', () => {
  test('no file has a name that says nothing, such as utils or index', () => {
    const banned = /(^|\/)(utils?|helpers?|common|misc|index)(\/|\.\w+$)/;
    expect(everything.map((file) => file.path).filter((file) => banned.test(file))).toEqual([]);
  });

  test('files have kebab-case names', () => {
    const odd = everything.filter(({ path: file }) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(path.basename(file)));
    expect(odd.map((file) => file.path)).toEqual([]);
  });

  test('half of the files have at most 60 lines, nine of ten at most 150, and none more than 250', () => {
    const lengths = everything.map(({ text }) => text.trimEnd().split('\n').length).toSorted((a, b) => a - b);
    const shareUpTo = (lines: number) => lengths.filter((length) => length <= lines).length / lengths.length;
    expect(shareUpTo(60)).toBeGreaterThanOrEqual(0.5);
    expect(shareUpTo(150)).toBeGreaterThanOrEqual(0.9);
    expect(lengths.at(-1)).toBeLessThanOrEqual(250);
  });

  test('no function is longer than 40 lines, no component longer than 100', () => {
    const isComponent = (name: string, file: string) => file.endsWith('.tsx') && /^[A-Z]/.test(name);
    const long = everything
      .flatMap(functionsOf)
      .filter((each) => each.lines > (isComponent(each.name, each.path) ? 100 : 40));
    expect(long).toEqual([]);
  });
});

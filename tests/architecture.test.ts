import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { circlesIn, functionsOf, importsOf, sourcesUnder } from './integration/support/source-files';

const portal = sourcesUnder('app', 'components', 'lib', 'prisma');
const everything = [...portal, ...sourcesUnder('scripts', 'tests')];
const typescript = portal.filter((file) => /\.tsx?$/.test(file.path));
const known = new Set(portal.map((file) => file.path));
const imports = typescript.flatMap((file) => importsOf(file, known));

/** Returns the layer of a file, for which the table below has a rule; any other file of a subject counts as data. */
function roomOf(file: string): string {
  if (file === 'lib/routes.ts') return 'routes';
  if (file === 'lib/publication/cache-tags.ts') return 'cache tags';
  if (file === 'lib/accounts/authentication.ts') return 'authentication';
  if (file.startsWith('components/ui/')) return 'components/ui';
  if (file.startsWith('app/')) return /^app\/api\/|\/route\.tsx?$/.test(file) ? 'route handlers' : 'app';
  const [top = '', noun = '', name = ''] = file.split('/');
  if (top !== 'lib') return top;
  const shared = ['domain', 'schemas', 'messages', 'server', 'notifications', 'jobs', 'exports', 'imports'];
  if (shared.includes(noun)) return noun;
  const [, room = 'data'] = /(?:^|-)(mutations|loaders|action)s?\.ts$/.exec(name.replace('actions', 'action')) ?? [];
  return room === 'action' ? 'actions' : room;
}

/** Loaders need to know who asks and when; actions need the request and the wrapper that parses a form. */
const forPages = ['lib/server/session.ts', 'lib/server/clock.ts', 'lib/server/site-settings.ts'];
const forForms = ['lib/server/action.ts', 'lib/server/session.ts', 'lib/server/request.ts'];
const background = ['data', 'mutations', 'server', 'domain', 'schemas'];

/** The imports that the design allows, by layer, file or package ('next/' stands for the whole package). */
const table: Record<string, readonly string[]> = {
  domain: ['domain'],
  schemas: ['domain', 'schemas', 'zod'],
  messages: ['domain', 'messages', 'use-intl/core'],
  routes: ['next'],
  'cache tags': ['domain'],
  server: ['domain', 'schemas', 'routes', 'server', 'packages'],
  data: ['data', 'server', 'domain', 'schemas', 'server-only'],
  mutations: ['mutations', 'data', 'server', 'domain', 'schemas', 'server-only'],
  loaders: ['loaders', 'data', ...forPages, 'domain', 'schemas', 'routes', 'cache tags', 'next/', 'react'],
  actions: ['mutations', 'authentication', 'schemas', 'domain', ...forForms, 'routes', 'cache tags', 'next', 'next/'],
  authentication: ['mutations', 'server', 'domain', 'schemas', 'routes', 'server-only', 'next-auth', 'next-auth/'],
  notifications: ['notifications', ...background, 'messages', 'routes', 'packages'],
  jobs: ['jobs', 'notifications', 'exports', ...background, 'packages'],
  exports: ['exports', ...background, 'messages', 'cache tags', 'packages'],
  imports: ['imports', ...background, 'packages'],
  'components/ui': ['components/ui', 'messages', 'react', 'react-dom', 'next', 'next/'],
  components: ['components', 'components/ui', 'actions', 'domain', 'schemas', 'messages', 'routes', 'packages'],
  app: ['app', 'loaders', 'components', 'components/ui', 'messages', 'routes', 'next', 'next/', 'react'],
  'route handlers': [
    'route handlers',
    'loaders',
    'data',
    'mutations',
    'schemas',
    'jobs',
    'exports',
    'server',
    'domain',
    'messages',
    'routes',
    'next/',
  ],
  prisma: ['prisma', 'mutations', 'imports', 'data', 'server', 'domain', 'schemas', 'packages'],
};

/** The set-up and a page share the list of demonstration accounts, so this one import is allowed beside the table. */
const demonstrationAccounts = {
  from: 'lib/demonstration/loaders.ts',
  to: 'prisma/seed/demonstration-accounts.ts',
};

function mayImport(from: string, to: string): boolean {
  const allowed = table[roomOf(from)] ?? [];
  const isPackage = !/^(app|components|lib|prisma|scripts|tests)\//.test(to);
  if (from === demonstrationAccounts.from && to === demonstrationAccounts.to) return true;
  if (!isPackage) return allowed.includes(to) || allowed.includes(roomOf(to));
  if (to === 'server-only') return roomOf(from) !== 'components' && roomOf(from) !== 'app';
  return allowed.some((each) => each === 'packages' || each === to || (each.endsWith('/') && to.startsWith(each)));
}

const lines = (found: readonly string[]) => [...new Set(found)].toSorted();

describe('imports', () => {
  test.each(Object.keys(table))('%s imports only what the design allows, types included', (room) => {
    const trespasses = imports.filter(({ from, to }) => roomOf(from) === room && !mayImport(from, to));
    expect(lines(trespasses.map(({ from, to }) => `${from} → ${to}`))).toEqual([]);
  });

  test('every file is in a layer that has a rule', () => {
    expect(lines(typescript.map((file) => roomOf(file.path)).filter((room) => !(room in table)))).toEqual([]);
  });

  test('only the authentication file imports next-auth, and the file that reads its cookie', () => {
    const users = imports.filter(({ to }) => to.startsWith('next-auth')).map(({ from }) => from);
    expect(lines(users)).toEqual(['lib/accounts/authentication.ts', 'lib/server/session-cookie.ts']);
  });

  test('no files import one another in a circle', () => {
    expect(circlesIn(imports)).toEqual([]);
  });
});

describe('the content of a file', () => {
  test('a file that runs only on the server says so in its first line', () => {
    const isForAll = /^(domain|schemas|messages|routes)$/;
    const server = typescript.filter(({ path: file }) => file.startsWith('lib/') && !isForAll.test(roomOf(file)));
    const silent = server.filter(({ code }) => !/^\s*(import 'server-only';|'use server';)/.test(code));
    expect(silent.map((file) => file.path)).toEqual([]);
  });

  test('an actions file has the directive for server actions, and no other file has it', () => {
    const marked = typescript.filter(({ code }) => /^\s*'use server';/.test(code)).map((file) => file.path);
    const rooms = typescript.map((file) => file.path).filter((file) => roomOf(file) === 'actions');
    expect(marked.toSorted()).toEqual(rooms.toSorted());
  });

  test('a file with cached content for the public imports neither the session nor the request', () => {
    const cached = new Set(typescript.filter(({ code }) => code.includes("'use cache'")).map((file) => file.path));
    const asks = /^(lib\/server\/(session|request)\.ts|next\/headers)$/;
    const found = imports.filter(({ from, to }) => cached.has(from) && asks.test(to)).map(({ from }) => from);
    expect(cached.size).toBeGreaterThan(0);
    expect(lines(found)).toEqual([]);
  });

  test('the system clock is read in one file only', () => {
    const readers = typescript.filter(({ code }) => /\bnew Date\(\s*\)|\bDate\.now\b|\bDate\(\)/.test(code));
    expect(readers.map((file) => file.path)).toEqual(['lib/server/clock.ts']);
  });

  test('no raw query reads a clock other than portal_now()', () => {
    const sql = /(?<![\w.])now\(\)|\b(CURRENT_TIMESTAMP|CURRENT_DATE|LOCALTIME|clock_timestamp)\b/i;
    const readers = typescript.filter(({ code }) => /(query|execute)Raw|Prisma\.sql/.test(code) && sql.test(code));
    expect(readers.map((file) => file.path)).toEqual([]);
  });

  test('the time zone is named in one file only', () => {
    const namers = everything.filter(({ path: file, code }) => !file.startsWith('tests/') && code.includes('Asia/'));
    expect(namers.map((file) => file.path)).toEqual(['lib/domain/civil-date.ts']);
  });

  test('Chinese text is only in the catalogues, the importers, the seed and the tests', () => {
    const kept = /^(lib\/messages|lib\/imports|prisma\/seed|tests)\/|^scripts\/console-messages\.mjs$/;
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

  test('no file is longer than 200 lines', () => {
    const long = everything.filter(({ text }) => text.trimEnd().split('\n').length > 200);
    expect(long.map((file) => file.path)).toEqual([]);
  });

  test('no function is longer than 40 lines, no component longer than 100', () => {
    const isComponent = (name: string, file: string) => file.endsWith('.tsx') && /^[A-Z]/.test(name);
    const long = everything
      .flatMap(functionsOf)
      .filter((each) => each.lines > (isComponent(each.name, each.path) ? 100 : 40));
    expect(long).toEqual([]);
  });
});

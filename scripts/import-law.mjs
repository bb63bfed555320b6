/**
 * The law of imports, for dependency-cruiser (`npm run check`). Each layer names the files that belong to it and the
 * layers whose values it may import; types of `data` and `loaders` are free for components, so that a type is written once.
 * The reasons stand in docs/architecture.md.
 */

/** The subjects' writers of documents, messages and exports: they may write sentences, but serve no page. */
const writers = [
  '^lib/(documents|office-files|open-data)/',
  '^lib/imports/plan/plan-json[.]ts$',
  '^lib/plans/(import/faulty-workbook|export/task-workbook)[.]ts$',
  '^lib/(chasing|notifications)/.*-text[.]ts$',
  '^lib/register/file/register-workbook[.]ts$',
  '^lib/receipts/(version-export|receipt-file)[.]ts$',
  '^lib/calendar/feed/deadline-calendar[.]ts$',
];

const role = (name) => `^lib/[^.]+/${name}[.]ts$`;

/** Tried from the top: a file belongs to the first layer whose pattern it fits. */
const layers = {
  routes: '^lib/routes[.]ts$',
  domain: '^lib/domain/',
  schemas: '^lib/schemas/',
  text: '^lib/text/',
  server: '^lib/server/',
  jobs: '^lib/jobs/',
  job: role('job'),
  actions: role('actions'),
  loaders: role('loaders'),
  mutations: role('mutations'),
  data: role('data'),
  writers: writers.join('|'),
  // A file of a subject beyond the vocabulary belongs to its reads.
  'data parts': '^lib/',
  'plain components': '^components/(ui|forms|layout)/',
  'report components': '^components/reports/',
  components: '^components/',
  'route handlers': '^app/api/|/route[.]ts$',
  app: '^app/',
  seed: '^prisma/',
};

const names = Object.keys(layers);
const reads = ['data', 'data parts', 'server', 'domain', 'schemas'];

/** [layer, what it may import, why]. */
const law = [
  ['domain', [], 'The law is pure: a rule that needs a database or a sentence is not a rule of the law.'],
  ['schemas', ['domain'], 'The shape of an input is decided by the law alone.'],
  ['text', ['domain', 'schemas'], 'Sentences are made of facts; they read nothing.'],
  ['routes', [], 'Addresses depend on nothing.'],
  ['server', ['domain', 'schemas', 'routes'], 'The edge to the machine knows no subject.'],
  ['data', reads, 'Reads serve everybody, so they know nobody.'],
  ['data parts', reads, 'Reads serve everybody, so they know nobody.'],
  ['mutations', ['mutations', ...reads], 'A write is decided by the law and the stored row, never by a page.'],
  ['loaders', ['loaders', ...reads, 'routes'], 'A loader asks who is there and reads; it writes nothing.'],
  [
    'actions',
    ['mutations', 'schemas', 'domain', 'server', 'routes'],
    'An action parses a form and calls one mutation.',
  ],
  [
    'writers',
    ['writers', 'mutations', 'text', 'routes', ...reads],
    'Documents and messages are written with no user waiting: they serve no page.',
  ],
  ['job', ['job', 'writers', 'mutations', 'text', 'routes', ...reads], 'A job has no session and no page.'],
  [
    'jobs',
    ['jobs', 'job', 'server', 'domain', 'schemas'],
    'The registry and the worker know jobs and nothing of their subjects.',
  ],
  [
    'plain components',
    ['text', 'schemas', 'routes', 'domain'],
    'ui, forms and layout know nothing of the domain but its formats.',
  ],
  [
    'report components',
    ['plain components', 'actions', 'domain', 'schemas', 'text', 'routes'],
    'reports is what both desks share, so it knows neither.',
  ],
  [
    'components',
    ['plain components', 'report components', 'actions', 'domain', 'schemas', 'text', 'routes'],
    'A component is given what it shows, and sends it by an action.',
  ],
  [
    'app',
    ['plain components', 'report components', 'components', 'loaders', 'text', 'routes'],
    'A page loads and shows.',
  ],
  [
    'route handlers',
    ['loaders', 'mutations', 'writers', 'job', 'jobs', 'text', 'routes', ...reads],
    'A handler answers without a page.',
  ],
  ['seed', ['writers', 'mutations', 'text', ...reads], 'A set-up writes through the mutations, as everybody does.'],
];

const membersOf = (name) => ({
  path: layers[name],
  pathNot: [...names.slice(0, names.indexOf(name)).map((each) => layers[each]), '^lib/server/generated/'],
});

const typesFree = new Set(['plain components', 'report components', 'components', 'app', 'text']);

const rules = law.flatMap(([name, allowed, why]) =>
  names
    .filter((other) => other !== name && !allowed.includes(other))
    .map((other) => ({
      name: `${name}-may-not-import-${other}`.replaceAll(' ', '-'),
      comment: why,
      severity: 'error',
      from: membersOf(name),
      to: { ...membersOf(other), ...(typesFree.has(name) ? { dependencyTypesNot: ['type-only'] } : {}) },
    })),
);

export default {
  forbidden: [
    ...rules,
    {
      name: 'types-from-reads-only',
      comment: 'Components take types from data and loaders, where they are written once, and from nowhere deeper.',
      severity: 'error',
      from: { path: '^(components|app)/', pathNot: layers['route handlers'] },
      to: { path: '/(mutations|job)[.]ts$|^lib/server/|^lib/jobs/' },
    },
    {
      name: 'no-circle',
      comment: 'Files in a circle can only be understood together.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-folder-circle',
      comment: 'Folders in a circle are one subject under two names: move the file that both need.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(app|components|lib)/' },
      to: { circular: true },
    },
    {
      name: 'next-auth-in-one-file',
      comment: 'next-auth seals and opens the session cookie, and nothing else knows it.',
      severity: 'error',
      from: { pathNot: '^lib/server/session/session-cookie[.]ts$' },
      to: { path: '^node_modules/(next-auth|@auth)/' },
    },
    {
      name: 'domain-knows-no-package',
      comment: 'The law can be read, tested and moved without anything installed.',
      severity: 'error',
      from: { path: layers.domain },
      to: { pathNot: layers.domain },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^lib/server/generated/'] },
    exclude: { path: '^(lib/server/generated/|[.]next/)' },
  },
};

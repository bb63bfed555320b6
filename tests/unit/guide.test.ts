import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import importLaw from '../../scripts/import-law.mjs';
import { root } from '../support/source-files';

const guides = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/glossary.md', 'docs/operations.md'];
const readRoot = (file: string) => readFileSync(path.join(root, file), 'utf8');
const texts = new Map(guides.map((file) => [file, readRoot(file)]));
const textOf = (file: string) => texts.get(file) ?? '';

const withoutRemarks = (text: string) => text.replace(/<!--[\s\S]*?-->/g, '');

/** The texts in backticks, outside blocks of code. */
function quotedIn(text: string): string[] {
  const prose = withoutRemarks(text).replace(/^ *```[\s\S]*?^ *```/gm, '');
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, quoted = '']) => quoted);
}

/** A text with a placeholder in it names nothing that could be there. */
const isPath =
  /^(app|components|lib|prisma|scripts|tests|docs|deploy|\.ci)(\/[^\s<>…]+)?$|^([\w-]+\.md|(package|tsconfig|biome)\.json|next\.config\.js)$/;

/** The paths in a guide of which nothing is there; `*` stands for any name. */
function missingPaths(text: string, isThere: (file: string) => boolean): string[] {
  return quotedIn(text).filter((quoted) => isPath.test(quoted) && !isThere(quoted));
}

/** The commands in a guide, in backticks or in a block, that are not among the scripts of package.json. */
function missingCommands(text: string, scripts: readonly string[]): string[] {
  const named = [...withoutRemarks(text).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name);
  return named.filter((name) => !scripts.includes(name));
}

/** The targets of links and pictures in a guide, from its own folder, of which nothing is there. */
function missingTargets(file: string, text: string, isThere: (file: string) => boolean): string[] {
  const targets = [...withoutRemarks(text).matchAll(/\]\(([^)\s#]+)(#[^)]*)?\)/g)].map(([, target = '']) => target);
  return targets.filter(
    (target) => !/^\w+:/.test(target) && !isThere(path.posix.join(path.posix.dirname(file), target)),
  );
}

type Row = { question: string; file: string; name: string };

/** The rows of the table of questions: a question, the file that decides, the name that it exports. */
function questionsIn(text: string): Row[] {
  const [, section = ''] = text.split(/^## Questions$/m);
  const [table = ''] = section.split(/^## /m);
  return [...table.matchAll(/^\| ([^|]+) \| `([^`|]+)` \| `([^`|]+)` \|/gm)].map(
    ([, question = '', file = '', name = '']) => ({ question, file, name }),
  );
}

/** Whether a source exports a name where it declares it. */
function hasExport(source: string, name: string): boolean {
  return new RegExp(`^export (async )?(const|function|class|type|interface) ${name}\\b`, 'm').test(source);
}

/** The rows whose file is not there or does not export the name. */
function wrongRows(rows: readonly Row[], sourceOf: (file: string) => string | null): Row[] {
  return rows.filter(({ file, name }) => !hasExport(sourceOf(file) ?? '', name));
}

const isThere = (file: string) =>
  file.includes('*') ? globSync(file, { cwd: root }).length > 0 : existsSync(path.join(root, file));

describe('the guide', () => {
  test.each(guides)('every path in %s is there', (file) => {
    expect(missingPaths(textOf(file), isThere)).toEqual([]);
  });

  test.each(guides)('every link in %s leads to a file', (file) => {
    expect(missingTargets(file, textOf(file), isThere)).toEqual([]);
  });

  test.each(guides)('every command in %s can be run', (file) => {
    const { scripts } = JSON.parse(readRoot('package.json')) as { scripts: Record<string, string> };
    expect(missingCommands(textOf(file), Object.keys(scripts))).toEqual([]);
  });

  test('every question is answered by a file that exports the name', () => {
    const rows = questionsIn(textOf('docs/architecture.md'));
    expect(rows.length).toBeGreaterThanOrEqual(12);
    expect(wrongRows(rows, (file) => (isThere(file) ? readRoot(file) : null))).toEqual([]);
  });

  test('every reason of the import law stands in the architecture', () => {
    const ofLayers = importLaw.forbidden.filter(({ name }) => name?.includes('-may-not-'));
    const reasons = new Set(ofLayers.map(({ comment }) => String(comment)));
    expect(reasons.size).toBeGreaterThan(10);
    expect([...reasons].filter((reason) => !textOf('docs/architecture.md').includes(reason))).toEqual([]);
  });
});

describe('the search in a guide', () => {
  test('finds a path that is not there, and passes placeholders, addresses, blocks of code and remarks', () => {
    const text = [
      'See `lib/gone.ts`, `lib/here.ts`, `lib/<subject>`, `/review/list`, `lib/gone-*.ts` and `notes.md`.',
      '```\n`lib/fenced.ts`\n```',
      '<!-- `lib/remarked.ts` -->',
    ].join('\n');
    expect(missingPaths(text, (file) => file === 'lib/here.ts')).toEqual(['lib/gone.ts', 'lib/gone-*.ts', 'notes.md']);
  });

  test('finds a link that leads nowhere, and passes addresses of other sites and places in a page', () => {
    const text = '[a](../README.md) ![b](gone.png) [c](https://example.org) [d](#questions) [e](here.md#names)';
    const isThere = (file: string) => ['README.md', 'docs/here.md'].includes(file);
    expect(missingTargets('docs/glossary.md', text, isThere)).toEqual(['gone.png']);
  });

  test('finds a command that package.json has not', () => {
    expect(missingCommands('`npm run check`, then `npm run no:such -- NAME`', ['check'])).toEqual(['no:such']);
  });

  test('finds an answer without its file, and one whose file does not export the name', () => {
    const text = [
      '## Questions\n',
      '| question | file | name | more |\n|---|---|---|---|',
      '| How long? | `lib/a.ts` | `pause` | |',
      '| Who? | `lib/a.ts` | `roles` | |',
      '| Where? | `lib/gone.ts` | `pause` | |',
      '\n## Others\n\n| Not asked | `lib/b.ts` | `other` | |',
    ].join('\n');
    const rows = questionsIn(text);
    expect(rows.map(({ question }) => question)).toEqual(['How long?', 'Who?', 'Where?']);
    const wrong = wrongRows(rows, (file) =>
      file === 'lib/a.ts' ? 'const roles = [];\nexport const pause = 1;\n' : null,
    );
    expect(wrong.map(({ question }) => question)).toEqual(['Who?', 'Where?']);
  });
});

import { describe, expect, test } from 'vitest';
import { catalogue as inBrowser } from '@/lib/text/zh-CN/browser-catalogue';
import { catalogue } from '@/lib/text/zh-CN/catalogue';
import { divisionCatalogue } from '@/lib/text/zh-CN/division-catalogue';
import { importsOf, type SourceFile, sourcesUnder } from '../support/source-files';

const sources = sourcesUnder('app', 'components', 'lib');
const byPath = new Map(sources.map((file) => [file.path, file]));
const known = new Set(byPath.keys());

const isDirective = (words: string) => (file: SourceFile) => file.text.trimStart().startsWith(`'${words}'`);
const isForBrowsers = isDirective('use client');
const isAction = isDirective('use server');
const isServerOnly = ({ text }: SourceFile) => text.includes("import 'server-only'");

/** The modules that a browser loads: those that say so, and what they import, but for actions and for the server's own. */
function browserModules(): SourceFile[] {
  const found = new Map(sources.filter(isForBrowsers).map((file) => [file.path, file]));
  for (const file of found.values())
    for (const { to } of importsOf(file, known)) {
      const next = byPath.get(to);
      if (next && !isAction(next) && !isServerOnly(next)) found.set(to, next);
    }
  return [...found.values()];
}

type Sentences = Record<string, Record<string, unknown>>;

/** "review.history" for each part of a namespace that a browser does not have. */
function serverParts(): string[] {
  const [whole, ...parts] = [catalogue, inBrowser, divisionCatalogue] as [Sentences, Sentences, Sentences];
  return Object.entries(whole).flatMap(([namespace, sentences]) =>
    Object.keys(sentences)
      .filter((key) => parts.every((part) => part[namespace]?.[key] === undefined))
      .map((key) => `${namespace}.${key}`),
  );
}

/** The parts that a module names: a key that is put together from "review." on may be any part of it. */
const namedIn = ({ text }: SourceFile, parts: readonly string[]) =>
  parts.filter((part) => {
    const [namespace = '', key = ''] = part.split('.');
    return new RegExp(`['"\`]${namespace}\\.(\\$\\{|${key}\\b)`).test(text);
  });

/** Says whether every browser has a part of a namespace of which the desks of the division have more. */
function inBrowserToo(part: string): boolean {
  const [namespace = '', key = ''] = part.split('.');
  return (inBrowser as Sentences)[namespace]?.[key] !== undefined;
}

describe('the sentences of a browser', () => {
  test('no module that a browser loads says a sentence that only the server has', () => {
    const parts = serverParts();
    expect(parts.length).toBeGreaterThan(40);
    const missing = browserModules().flatMap((file) => namedIn(file, parts).map((part) => `${file.path}: ${part}`));
    expect(missing).toEqual([]);
  });

  test('a component that says a sentence of the desks of the division brings them along, and no other module says one', () => {
    // Refusals and faults of forms that stand on the division's desks alone.
    const ofTheirForms = ['components/forms/field-error.ts', 'lib/text/refusal-sentence.ts'];
    const desks =
      /^components\/(plans|register|calendar|offices|first-day|review|summaries|publication|documents|statistics|extensions|assignment|late-filing)\//;
    const parts = Object.entries(divisionCatalogue).flatMap(([namespace, sentences]) =>
      namespace === 'refusals'
        ? []
        : Object.keys(sentences)
            .map((key) => `${namespace}.${key}`)
            .filter((part) => !inBrowserToo(part)),
    );
    const saying = browserModules().filter((file) => namedIn(file, parts).length > 0);
    expect(saying.length).toBeGreaterThan(20);
    const brings = ({ path, text }: SourceFile) =>
      text.includes("from '@/lib/text/use-division-t'") || (desks.test(path) && path.endsWith('.ts'));
    expect(saying.filter((file) => !brings(file)).map(({ path }) => path)).toEqual(ofTheirForms);
  });

  test('a browser has no sentence of which the server lacks the namespace', () => {
    expect(
      [...Object.keys(inBrowser), ...Object.keys(divisionCatalogue)].filter((namespace) => !(namespace in catalogue)),
    ).toEqual([]);
  });
});

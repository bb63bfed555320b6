import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export type SourceFile = {
  /** From the project's root, with forward slashes. */
  path: string;
  /** As it is stored. */
  text: string;
  /** Without comments. */
  code: string;
};

const isSource = (name: string) => /\.(tsx?|mjs|css)$/.test(name);
const isMade = (file: string) => /(^|\/)(generated|node_modules|\.next)(\/|$)/.test(file) || file.endsWith('.d.ts');

const withoutComments = (text: string) =>
  text.replace(/(?<=^|[\s{(,;])\/\*[\s\S]*?\*\//gm, '').replace(/(?<=^|\s)\/\/.*$/gm, '');

/** Every file that a person wrote, under the given folders. */
export function sourcesUnder(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !isMade(file))
    .map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return { path: file, text, code: withoutComments(text) };
    });
}

const importForms = [
  /(?:^|[;}\n])\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/g,
  /(?:^|[;}\n])\s*import\s*['"]([^'"]+)['"]/g,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
];

export type Import = { from: string; to: string };

/** The imports of a file, including types: files of the project by path, packages by name. */
export function importsOf({ path: from, code }: SourceFile, known: ReadonlySet<string>): Import[] {
  const named = importForms.flatMap((form) => [...code.matchAll(form)].map(([, to = '']) => to));
  return named.map((to) => ({ from, to: resolve(from, to, known) }));
}

function resolve(from: string, to: string, known: ReadonlySet<string>): string {
  if (!to.startsWith('@/') && !to.startsWith('.')) return to;
  const target = to.startsWith('@/') ? to.slice(2) : path.posix.join(path.posix.dirname(from), to);
  return ['', '.ts', '.tsx'].map((ending) => target + ending).find((file) => known.has(file)) ?? target;
}

export type Declared = { path: string; name: string; lines: number };

/** The functions at the top level of a file with their lengths; Biome puts the end of each at the margin. */
export function functionsOf({ path: file, text }: SourceFile): Declared[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const [, plain, arrow] =
      /^(?:export )?(?:default )?(?:async )?function\*? (\w+)|^(?:export )?const (\w+)\b.*=>.*[({]$/.exec(line) ?? [];
    const name = plain ?? arrow;
    if (!name) return [];
    const length = lines.slice(index).findIndex((later) => /^[})]/.test(later) && !/^\}?\)?.*[{(]$/.test(later));
    return [{ path: file, name, lines: length + 1 }];
  });
}

import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../source-files';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The names that a file exports, but for those that only refuse a method. */
function exportsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const declared = [...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)];
  const listed = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list = '']) => [
    ...list.replace(/methodNotAllowed as \w+/g, '').matchAll(/(\w+)\s*(?:,|$)/g),
  ]);
  return [...declared, ...listed].map(([, name = '']) => name);
}

/** The methods that a file of the application answers: a page is read. */
const methodsOf = (file: string) =>
  file.endsWith('page.tsx') ? ['GET'] : methods.filter((method) => exportsOf(file).includes(method));

/** The address of a page or a route by its file: "/review/[reportId]". */
export const addressOf = (file: string) =>
  `/${path.posix.dirname(file).slice('app'.length)}`.replace(/\/\([^)]*\)/g, '').replace(/\/+/g, '/');

const files = globSync('app/**/{page.tsx,route.ts}', { cwd: root });

/** Every page and route as the application has them; one that writes with its method before it. */
export const everyRoute = files.flatMap((file) =>
  methodsOf(file).map((method) => (method === 'GET' ? addressOf(file) : `${method} ${addressOf(file)}`)),
);

/** The methods that no page and no route has, as they might be sent. */
export const unansweredMethods = files.flatMap((file) => {
  const address = addressOf(file);
  const open = methodsOf(file);
  return methods.filter((method) => !open.includes(method)).map((method) => ({ method, address }));
});

import { type Node, parse } from 'acorn';
import { full } from 'acorn-walk';
import { forbiddenBuiltIns } from './newer-built-ins';

const statics = new Set(forbiddenBuiltIns.filter((name) => name.includes('.')));
const methods = new Set(forbiddenBuiltIns.flatMap((name) => name.split('#')[1] ?? []));
const globals = new Set(forbiddenBuiltIns.filter((name) => /^\w+$/.test(name)));

type Parsed = Node & {
  name?: string;
  object?: Parsed;
  property?: Parsed;
  left?: Parsed;
  regex?: { flags: string };
};

/** Syntax that a parser set to 2022 accepts and Chromium 86 does not. */
function newerSyntax(node: Parsed): string | null {
  if (node.type === 'StaticBlock') return 'a static block';
  if (node.type === 'BinaryExpression' && node.left?.type === 'PrivateIdentifier') return '#name in object';
  if (/[dv]/.test(node.regex?.flags ?? '')) return `the flags ${node.regex?.flags}`;
  return null;
}

function newerBuiltIn(node: Parsed): string | null {
  if (node.type === 'Identifier' && globals.has(node.name ?? '')) return node.name ?? null;
  if (node.type !== 'MemberExpression') return null;
  const [object, property] = [node.object?.name ?? '', node.property?.name ?? ''];
  if (methods.has(property)) return property;
  const whole = `${object}.${property}`;
  return statics.has(whole) ? whole : null;
}

/** The syntax and the built-ins of a script that Chromium 86 does not know. */
export function newerThanChromium86(script: string): string[] {
  const found = new Set<string>();
  full(parse(script, { ecmaVersion: 2022 }), (node: Parsed) => {
    const newer = newerSyntax(node) ?? newerBuiltIn(node);
    if (newer) found.add(newer);
  });
  return [...found];
}

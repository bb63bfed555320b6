import { parseSync } from '@swc/core';
import type { SourceFile } from './source-files';

export type ObjectType = {
  path: string;
  /** The type or value in whose declaration it stands. */
  name: string;
  /** The names of its fields, sorted. */
  fields: string[];
};

type Node = { [key: string]: unknown; type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) =>
    (Array.isArray(value) ? value : [value]).flatMap((each) =>
      isNode(each) ? [each] : isNode(each?.expression) ? [each.expression] : [],
    ),
  );

function nameOf(node: unknown): string | undefined {
  return isNode(node) && typeof node.value === 'string' ? node.value : undefined;
}

/** The object that `z.object({…})` and its strict and loose kinds are given. */
function schemaOf(node: Node): Node | undefined {
  const { callee, arguments: given } = node;
  if (node.type !== 'CallExpression' || !isNode(callee) || callee.type !== 'MemberExpression') return;
  if (!/^(strict|loose)?object$/i.test(nameOf(callee.property) ?? '') || nameOf(callee.object) !== 'z') return;
  const [first] = given as { expression: Node }[];
  return first?.expression.type === 'ObjectExpression' ? first.expression : undefined;
}

/** The members of an object type, written as a type, an interface or a schema. */
function membersOf(node: Node): Node[] | undefined {
  if (node.type === 'TsTypeLiteral') return node.members as Node[];
  if (node.type === 'TsInterfaceBody') return node.body as Node[];
  return schemaOf(node)?.properties as Node[] | undefined;
}

/** Undefined for an object that is more than its own fields, such as one with an index or a spread. */
function fieldsOf(members: readonly Node[]): string[] | undefined {
  const named = members.map((member) => nameOf(member.key) ?? nameOf(member));
  return named.every((field) => field !== undefined) ? named.toSorted() : undefined;
}

/** Every object type of a file, with those inside other types. */
export function objectTypesOf({ path, text }: Pick<SourceFile, 'path' | 'text'>): ObjectType[] {
  const found: ObjectType[] = [];
  const walk = (node: Node, declared: string) => {
    const name = /Declaration$|^VariableDeclarator$/.test(node.type)
      ? (nameOf(node.id ?? node.identifier) ?? declared)
      : declared;
    const fields = fieldsOf(membersOf(node) ?? []);
    if (fields?.length) found.push({ path, name, fields });
    for (const child of childrenOf(node)) walk(child, name);
  };
  walk(parseSync(text, { syntax: 'typescript', tsx: path.endsWith('.tsx') }) as unknown as Node, 'default');
  return found;
}

/** Types with fewer fields than this are often alike by chance. */
const fewest = 4;

/** Names each type of `shown` with the type of `known` that has exactly the same fields. */
export function retypedOf(shown: readonly ObjectType[], known: readonly ObjectType[]): string[] {
  const keyOf = ({ fields }: ObjectType) => fields.join(' ');
  const nameOfType = ({ path, name }: ObjectType) => `${path}: ${name}`;
  const byFields = new Map(known.map((type) => [keyOf(type), type]));
  return shown
    .filter(({ fields }) => fields.length >= fewest)
    .flatMap((type) => {
      const same = byFields.get(keyOf(type));
      return same ? [`${nameOfType(type)} = ${nameOfType(same)}`] : [];
    });
}

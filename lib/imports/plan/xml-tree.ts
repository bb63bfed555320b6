import 'server-only';
import { type ChildNode, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** An element of a document, without the prefix of its namespace; a text is an element without a name. */
export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);

function elementOf(node: ChildNode): Element[] {
  if (isText(node)) return [{ name: '', attributes: {}, children: [], text: node.data }];
  if (!isTag(node)) return [];
  const attributes = Object.entries(node.attribs).map(([name, value]) => [withoutPrefix(name), value]);
  const children = node.children.flatMap(elementOf);
  return [{ name: withoutPrefix(node.name), attributes: Object.fromEntries(attributes), children, text: '' }];
}

/** Reads XML of an office document. A document type, which could define entities, is left out as any other instruction. */
export function parseXml(xml: string): Element {
  return {
    name: '',
    attributes: {},
    children: parseDocument(xml, { xmlMode: true }).children.flatMap(elementOf),
    text: '',
  };
}

/** Gives the children of a name. */
export const childrenNamed = ({ children }: Element, name: string) => children.filter((child) => child.name === name);

/** Gives the first child along a path of names. */
export function childAt(element: Element | undefined, ...names: string[]): Element | undefined {
  return names.reduce<Element | undefined>((at, name) => at?.children.find((child) => child.name === name), element);
}

/** Gives all elements of a name inside an element, in the order of the document; `skip` is not looked into. */
export function descendants(element: Element, name: string, skip?: string): Element[] {
  return element.children.flatMap((child) =>
    child.name === name ? [child] : child.name === skip ? [] : descendants(child, name, skip),
  );
}

/** Gives the text inside an element. */
export const textOf = (element: Element | undefined): string =>
  element === undefined ? '' : element.text + element.children.map(textOf).join('');

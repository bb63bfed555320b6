import 'server-only';
import { XMLParser } from 'fast-xml-parser';

/** An element of a document, without the prefix of its namespace; a text is an element without a name. */
export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

type Ordered = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
});

function elementOf(node: Ordered): Element {
  const attributes = (node[':@'] ?? {}) as Record<string, string>;
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  if (name === '#text') return { name: '', attributes, children: [], text: String(node[name]) };
  const children = ((node[name] ?? []) as Ordered[]).map(elementOf);
  return { name, attributes, children, text: '' };
}

/** Reads XML of an office document. A document type is refused, because entities can grow without bound. */
export function parseXml(xml: string): Element {
  if (xml.includes('<!DOCTYPE')) throw new Error('a document type has no place in an office document');
  const children = (parser.parse(xml) as Ordered[]).map(elementOf);
  return { name: '', attributes: {}, children, text: '' };
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

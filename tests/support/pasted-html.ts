import type { ChildNode, Document, Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { PastedElement, PastedNode } from '@/lib/domain/report/pasted-node';

const isElement = (node: ChildNode): node is Element => 'name' in node && 'attribs' in node;

function nodeOf(node: ChildNode): PastedNode[] {
  if (node.nodeType === 3 && 'data' in node) return [node.data];
  if (!isElement(node)) return [];
  return [{ name: node.name, style: node.attribs.style ?? '', attributes: node.attribs, children: childrenOf(node) }];
}

const childrenOf = (parent: Document | Element) => parent.children.flatMap(nodeOf);

/** Copied HTML as the editor reads it from the clipboard. */
export function copiedHtml(html: string): PastedElement {
  return { name: 'body', style: '', attributes: {}, children: childrenOf(parseDocument(html)) };
}

/** An element of copied HTML, as much of it as its text depends on; names are in lower case. */
export type PastedElement = {
  name: string;
  style: string;
  attributes: { colspan?: string; rowspan?: string; start?: string; face?: string; height?: string };
  children: PastedNode[];
};

export type PastedNode = PastedElement | string;

/** A property of an element's own style, undefined where it has none. */
export function styleOf({ style }: PastedElement, property: string): string | undefined {
  const named = style.split(';').find((one) => one.slice(0, one.indexOf(':')).trim().toLowerCase() === property);
  return named?.slice(named.indexOf(':') + 1).trim();
}

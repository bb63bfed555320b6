import 'server-only';
import { childAt, childrenNamed, type Element, parseXml } from './xml-tree';

type Level = { start: number; format: string; text: string; style: string | undefined; isDecimal: boolean };

/** A list of a document: lists of one kind count on together, unless one of them begins anew. */
type List = { kind: string; levels: Level[]; beginnings: ReadonlyMap<number, number> };

/** The place of a paragraph or a style in a list. */
type Numbering = { list: string | undefined; depth: number | undefined };

const numerals = '〇一二三四五六七八九';

function inChinese(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  if (tens === 0) return numerals.charAt(ones);
  return `${tens > 1 ? numerals.charAt(tens) : ''}十${ones > 0 ? numerals.charAt(ones) : ''}`;
}

/** The first character of each format that counts by the alphabet. */
const alphabets = new Map([
  ['lowerLetter', 97],
  ['upperLetter', 65],
]);

/** Writes a number in a format (ECMA-376, 17.18.59); one of another alphabet is written in digits. */
function written(count: number, format: string): string {
  if (/EnclosedCircle/.test(format) && count <= 20) return String.fromCodePoint(0x2460 + count - 1);
  if (/chinese|ideograph|japaneseCounting|taiwanese/i.test(format)) return inChinese(count);
  const first = alphabets.get(format);
  if (first !== undefined && count <= 26) return String.fromCharCode(first + count - 1);
  return String(count);
}

const valueAt = (element: Element | undefined, ...names: string[]) => childAt(element, ...names)?.attributes.val;

const numberOr = <Other>(text: string | undefined, other: Other) => (text === undefined ? other : Number(text));

function levelsOf(list: Element): Level[] {
  return childrenNamed(list, 'lvl').map((level) => ({
    start: numberOr(valueAt(level, 'start'), 1),
    format: valueAt(level, 'numFmt') ?? 'decimal',
    text: valueAt(level, 'lvlText') ?? '',
    style: valueAt(level, 'pStyle'),
    isDecimal: childAt(level, 'isLgl') !== undefined,
  }));
}

const numberingOf = (properties: Element | undefined): Numbering => ({
  list: valueAt(properties, 'numPr', 'numId'),
  depth: numberOr(valueAt(properties, 'numPr', 'ilvl'), undefined),
});

function listsOf(root: Element): Map<string, List> {
  const kinds = new Map(
    childrenNamed(root, 'abstractNum').map((list) => [list.attributes.abstractNumId ?? '', levelsOf(list)]),
  );
  return new Map(
    childrenNamed(root, 'num').map((number) => {
      const kind = valueAt(number, 'abstractNumId') ?? '';
      const beginnings = childrenNamed(number, 'lvlOverride').flatMap((level) => {
        const start = valueAt(level, 'startOverride');
        return start === undefined ? [] : [[Number(level.attributes.ilvl), Number(start)] as const];
      });
      return [number.attributes.numId ?? '', { kind, levels: kinds.get(kind) ?? [], beginnings: new Map(beginnings) }];
    }),
  );
}

/** Writes the numbers that a word processor shows before its paragraphs and does not store with them. */
export class WordNumbers {
  private readonly lists: ReadonlyMap<string, List>;
  private readonly styles: ReadonlyMap<string, Numbering & { base: string | undefined }>;
  private readonly counts = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(numberingXml: string | undefined, stylesXml: string | undefined) {
    const root = numberingXml ? childAt(parseXml(numberingXml), 'numbering') : undefined;
    const styles = root && stylesXml ? childAt(parseXml(stylesXml), 'styles') : undefined;
    this.lists = root ? listsOf(root) : new Map();
    this.styles = new Map(
      (styles ? childrenNamed(styles, 'style') : []).map((style) => [
        style.attributes.styleId ?? '',
        { ...numberingOf(childAt(style, 'pPr')), base: valueAt(style, 'basedOn') },
      ]),
    );
  }

  /** The numbering of a style, or of the nearest one on which it is based; a level names its style. */
  private ofStyle(name: string | undefined): Numbering {
    const seen = new Set<string>();
    for (let at = name; at !== undefined && !seen.has(at); at = this.styles.get(at)?.base) {
      seen.add(at);
      const { list, depth } = this.styles.get(at) ?? {};
      if (list === undefined) continue;
      const named = this.lists.get(list)?.levels.findIndex(({ style }) => style === at) ?? -1;
      return { list, depth: named >= 0 ? named : depth };
    }
    return { list: undefined, depth: undefined };
  }

  /** Counts a level on; it begins anew below the next number of the one above it. */
  private count(id: string, { kind, levels, beginnings }: List, depth: number): number[] {
    const counts = this.counts.get(kind) ?? [];
    const beginning = beginnings.get(depth);
    const isFirst = beginning !== undefined && !this.begun.has(`${id}/${depth}`);
    this.begun.add(`${id}/${depth}`);
    const before = isFirst ? beginning - 1 : (counts[depth] ?? (levels[depth]?.start ?? 1) - 1);
    const above = levels.slice(0, depth).map(({ start }, index) => counts[index] ?? start);
    const now = [...above, before + 1];
    this.counts.set(kind, now);
    return now;
  }

  /** Gives the number of the next paragraph; '' for one that has none. */
  next(paragraph: Element): string {
    const properties = childAt(paragraph, 'pPr');
    const own = numberingOf(properties);
    const styled = this.ofStyle(valueAt(properties, 'pStyle'));
    const id = own.list ?? styled.list ?? '';
    const list = this.lists.get(id);
    const depth = own.depth ?? (own.list === undefined ? styled.depth : undefined) ?? 0;
    const level = list?.levels[depth];
    if (!list || !level || level.format === 'bullet' || level.format === 'none') return '';
    const now = this.count(id, list, depth);
    const number = level.text.replaceAll(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1;
      return written(now[at] ?? 1, level.isDecimal ? 'decimal' : (list.levels[at]?.format ?? ''));
    });
    // 1.1 before 20家 is not 1.120家.
    return /[\dA-Za-z]$/.test(number) ? `${number} ` : number;
  }
}

import 'server-only';
import { childAt, childrenNamed, type Element, parseXml } from './xml-tree';

type Level = { start: number; format: string; text: string };

const numerals = '〇一二三四五六七八九';

function inChinese(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  if (tens === 0) return numerals.charAt(ones);
  return `${tens > 1 ? numerals.charAt(tens) : ''}十${ones > 0 ? numerals.charAt(ones) : ''}`;
}

const isChinese = (format: string) => /chinese|ideograph|japaneseCounting|taiwanese/i.test(format);

function levelsOf(list: Element): Level[] {
  return childrenNamed(list, 'lvl').map((level) => ({
    start: Number(childAt(level, 'start')?.attributes.val ?? 1),
    format: childAt(level, 'numFmt')?.attributes.val ?? 'decimal',
    text: childAt(level, 'lvlText')?.attributes.val ?? '',
  }));
}

/** Writes the numbers that a word processor shows before its paragraphs and does not store with them. */
export class WordNumbers {
  private readonly lists = new Map<string, { id: string; levels: Level[] }>();
  private readonly counts = new Map<string, number[]>();

  constructor(numberingXml: string | undefined) {
    const root = numberingXml ? childAt(parseXml(numberingXml), 'numbering') : undefined;
    if (!root) return;
    const abstract = new Map(
      childrenNamed(root, 'abstractNum').map((list) => [list.attributes.abstractNumId ?? '', levelsOf(list)]),
    );
    for (const number of childrenNamed(root, 'num')) {
      const id = childAt(number, 'abstractNumId')?.attributes.val ?? '';
      this.lists.set(number.attributes.numId ?? '', { id, levels: abstract.get(id) ?? [] });
    }
  }

  /** Gives the number of the next paragraph; '' for one that has none. */
  next(paragraph: Element): string {
    const property = (name: string) => childAt(paragraph, 'pPr', 'numPr', name)?.attributes.val;
    const list = this.lists.get(property('numId') ?? '');
    const depth = Number(property('ilvl') ?? 0);
    const level = list?.levels[depth];
    if (!list || !level || level.format === 'bullet') return '';
    const counts = this.counts.get(list.id) ?? [];
    // A level begins anew below the next number of the one above it.
    const above = list.levels.slice(0, depth).map(({ start }, index) => counts[index] ?? start);
    const now = [...above, (counts[depth] ?? level.start - 1) + 1];
    this.counts.set(list.id, now);
    return level.text.replaceAll(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1;
      const count = now[at] ?? 1;
      return isChinese(list.levels[at]?.format ?? '') ? inChinese(count) : String(count);
    });
  }
}

import 'server-only';
import { countSummary, getSummary } from '@/lib/summaries/data';
import type { DocumentSource, WrittenDocument } from '../document-source';
import type { OfficialBlock, OfficialDocument } from '../official/official-document';
import { writeOfficialDocument } from '../official/write-official-document';
import { readSummaryDocument } from './summary-export';

const batch = 100;

type Told = DocumentSource['told'];

/** What comes one by one, in batches of so many of what counts as a row; the rest goes with the row before it. */
async function* batched<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  isRow: (item: Item) => boolean,
): AsyncGenerator<Item[][]> {
  let rows: Item[][] = [];
  let before: Item[] = [];
  for await (const item of items) {
    if (isRow(item)) {
      if (rows.length === batch) {
        yield rows;
        rows = [];
      }
      rows.push([...before, item]);
      before = [];
    } else (rows.at(-1) ?? before).push(item);
  }
  yield [...rows, ...(before.length > 0 ? [before] : [])];
}

async function* toldOf<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  isRow: (item: Item) => boolean,
  told: Told,
): AsyncGenerator<Item> {
  for await (const rows of told(batched(items, isRow))) for (const row of rows) yield* row;
}

/** The same document, which tells of each task that it writes, in its text and in its table. */
function watched(document: OfficialDocument, isTask: (block: OfficialBlock) => boolean, told: Told): OfficialDocument {
  async function* withToldTables(blocks: AsyncIterable<OfficialBlock> | Iterable<OfficialBlock>) {
    for await (const block of blocks)
      yield block.kind === 'table' ? { ...block, rows: toldOf(block.rows, () => true, told) } : block;
  }
  return {
    ...document,
    blocks: toldOf(document.blocks, isTask, told),
    annexes: document.annexes?.map((annex) => ({ ...annex, blocks: withToldTables(annex.blocks) })),
  };
}

/** 季度汇总 of a draft as it stands now. */
export async function writeSummary({ client, scope, order, told }: DocumentSource): Promise<WrittenDocument> {
  const summaryId = order.summaryId ?? '';
  const [summary, document] = [
    await getSummary(scope, summaryId, client),
    await readSummaryDocument(scope, summaryId, client),
  ];
  if (!summary || !document) throw new Error('the draft is gone');
  const { entries } = await countSummary(scope, summary, client);
  const level = summary.arrangement === 'by_agency' ? 2 : 1;
  const isTask = (block: OfficialBlock) => block.kind === 'heading' && block.level === level;
  return {
    total: summary.withTable ? entries * 2 : entries,
    bytes: writeOfficialDocument(watched(document, isTask, told)),
  };
}

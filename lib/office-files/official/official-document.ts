import 'server-only';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';

/** Where a passage comes from: carried in it as hidden text, so that any sentence can be traced. */
export type Trace = { agency: string; version: number; receiptNumber: string };

type Sequence<Item> = AsyncIterable<Item> | Iterable<Item>;

/** A passage carries its source in a table too. */
export type TableCell = string | { text: string; trace: Trace };

export type OfficialTable = {
  kind: 'table';
  /** Widths in relation to one another. */
  columns: readonly { title: string; width: number; isCentred?: boolean }[];
  rows: Sequence<readonly TableCell[]>;
};

export type OfficialBlock =
  /** Levels 1 to 4: 一、 （一） 1. （1）. The number is part of the text. */
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  /** Each line of the text is a paragraph. */
  | { kind: 'paragraph'; text: string; trace?: Trace }
  | OfficialTable;

export type Annex = { title: string; isLandscape?: boolean; blocks: Sequence<OfficialBlock> };

/** A document that goes up or out, in the form of GB/T 9704-2012. */
export type OfficialDocument = {
  /** Broken by `\n` where its sense allows, if one line does not hold it. */
  title: string;
  /** 主送机关, without its colon. */
  addressee?: string;
  blocks: Sequence<OfficialBlock>;
  annexes?: readonly Annex[];
  signature?: { issuer: string; signedOn: CivilDate };
  /** Draws the red header of a printed copy, which the office system issues otherwise. */
  redHeader?: { issuer: string };
  /** Goes into the file's properties: the same inputs give the same bytes. */
  writtenAt: Date;
};

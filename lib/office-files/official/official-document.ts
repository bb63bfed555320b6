import 'server-only';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';

/** The source of a passage, kept in the document as hidden text so that every sentence can be traced. */
export type Trace = { agency: string; version: number; receiptNumber: string };

type Sequence<Item> = AsyncIterable<Item> | Iterable<Item>;

/** In tables too, a passage keeps its source. */
export type TableCell = string | { text: string; trace: Trace };

export type OfficialTable = {
  kind: 'table';
  /** Relative widths. */
  columns: readonly { title: string; width: number; isCentred?: boolean }[];
  rows: Sequence<readonly TableCell[]>;
  /** Its columns have no titles. */
  isHeadless?: boolean;
};

export type OfficialBlock =
  /** Levels 1 to 4: 一、 （一） 1. （1）. The number is part of the text. */
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  /** Each line of the text is a paragraph, and its tables are tables. */
  | { kind: 'paragraph'; text: string; trace?: Trace }
  | OfficialTable;

export type Annex = { title: string; isLandscape?: boolean; blocks: Sequence<OfficialBlock> };

/** An official document for superior or other agencies, in the form of GB/T 9704-2012. */
export type OfficialDocument = {
  /** With `\n` where it may be broken, if one line is too short for it. */
  title: string;
  /** 主送机关 (addressee), without its colon. */
  addressee?: string;
  blocks: Sequence<OfficialBlock>;
  annexes?: readonly Annex[];
  signature?: { issuer: string; signedOn: CivilDate };
  /** Draws the red header of a printed copy, which the office system adds otherwise. */
  redHeader?: { issuer: string };
  /** Written into the file's properties instead of the current time, so that the same inputs give the same bytes. */
  writtenAt: Date;
};

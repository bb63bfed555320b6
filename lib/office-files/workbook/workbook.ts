import 'server-only';

/** Texts stay texts, whatever they begin with; a number is written as one. */
export type Cell = string | number;

export type WorkbookColumn = {
  title: string;
  /** In characters of the default font, as spreadsheets measure: a Chinese character takes two. */
  width: number;
  isCentred?: boolean;
  /** Rows are found by it: it stands anew in each row in which a long text goes on. */
  isRepeated?: boolean;
};

/** A workbook of one sheet: a table with its header, to be filtered on the screen and printed on A4. */
export type Workbook = {
  /** Stands over each printed page. */
  title: string;
  /** At most 31 characters, none of \ / ? * : [ ] '. */
  sheetName: string;
  columns: readonly WorkbookColumn[];
  rows: AsyncIterable<readonly Cell[]>;
  /** Goes into the file's properties: the same inputs give the same bytes. */
  writtenAt: Date;
};

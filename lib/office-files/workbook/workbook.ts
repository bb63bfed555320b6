import 'server-only';

/** Texts stay texts, whatever they begin with; a number is written as a number. */
export type Cell = string | number;

export type WorkbookColumn = {
  title: string;
  /** In characters of the default font, as spreadsheets measure: a Chinese character takes two. */
  width: number;
  isCentred?: boolean;
  /** Rows are found by this column, so it is repeated in each row that continues a long text. */
  isRepeated?: boolean;
};

/** A table with a header, for filtering on the screen and for printing on A4. */
export type Sheet = {
  /** At most 31 characters, none of \ / ? * : [ ] '. */
  name: string;
  columns: readonly WorkbookColumn[];
  rows: AsyncIterable<readonly Cell[]>;
  /**
   * `whole` shows all text on paper: a text too long for the highest row continues in the rows below. `single` keeps
   * each row of the table one row of the sheet, for sorting and counting; its cells hold the whole text and show its
   * beginning.
   */
  layout: 'whole' | 'single';
};

export type Workbook = {
  /** Printed at the top of each page. */
  title: string;
  sheets: readonly Sheet[];
  /** Written into the file's properties instead of the current time, so that the same inputs give the same bytes. */
  writtenAt: Date;
};

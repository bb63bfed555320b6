import 'server-only';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import { type NoticeAgency, readAnnex } from './notice-annex';
import { isReadable, linesOf, type NoticeProblem, plain, type Report } from './notice-lines';
import { readNoticeText } from './notice-text';

export type { NoticeExpectation } from './notice-lines';

export type ParsedNotice = {
  /** The year whose tasks the annex lists. */
  year: number;
  title: string;
  /** The issuer as the title begins: 市工业和信息化局. */
  issuer: string;
  issuedOn: CivilDate;
  contactOffice: string;
  contactPhone: string;
  /** The notice's text without title, letterhead and annex, one paragraph per line. */
  noticeText: string;
  agencies: NoticeAgency[];
};

export type NoticeResult = { ok: true; value: ParsedNotice } | { ok: false; problems: NoticeProblem[] };

const foundLimit = 100;

/**
 * Reads a notice in the form of prisma/seed/notice-2020.txt: a text, the line 附件, and a pipe table of agencies and
 * tasks. If there are deviations from that form, it gives all of them with their line numbers instead of a notice; it
 * throws nothing.
 */
export function parseNotice(text: string): NoticeResult {
  const problems: NoticeProblem[] = [];
  const report: Report = (line, expected, found = line.text) => {
    problems.push({ line: line.number, expected, found: [...found].slice(0, foundLimit).join('') });
  };
  const lines = linesOf(text).filter((line) => line.text !== '');
  for (const line of lines) if (!isReadable(line)) report(line, 'readable-text');

  const marker = lines.findIndex((line) => plain(line.text) === '附件');
  const [firstLine = { number: 1, text: '' }, ...rest] = marker < 0 ? lines : lines.slice(0, marker);
  const lastLine = lines.at(-1) ?? firstLine;
  const { issuedOn, ...read } = readNoticeText([firstLine, ...rest], report);
  if (marker < 0) report(lastLine, 'annex-marker');
  const annex = marker < 0 ? null : readAnnex(lines.slice(marker + 1), read.noticeText, lastLine, report);

  if (problems.length > 0 || issuedOn === null || annex === null) {
    return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line) };
  }
  return { ok: true, value: { ...read, issuedOn, ...annex } };
}

import 'server-only';
import { type CivilDate, parseCivilDate } from '@/lib/domain/calendar/civil-date';
import { fits, type Line, plain, type Report } from './notice-lines';

export type NoticeText = {
  title: string;
  issuer: string;
  issuedOn: CivilDate | null;
  contactOffice: string;
  /** Empty if the notice gives none. */
  contactPhone: string;
  noticeText: string;
};

/**
 * Reads a notice's text before the annex from its non-blank lines: title, letterhead, body, date, contact. The lengths
 * are those of Plan in prisma/schema/plans.prisma.
 */
export function readNoticeText(lines: readonly [Line, ...Line[]], report: Report): NoticeText {
  const [titleLine, ...rest] = lines;
  const { title, issuer } = readTitle(titleLine, report);
  const body = withoutLetterhead(rest, title);
  const lastLine = body.at(-1) ?? titleLine;
  const noticeText = body.map(({ text }) => text).join('\n');
  if (!fits(noticeText, 20_000)) report(lastLine, 'notice-text-within-20000-characters');
  return {
    title,
    issuer,
    issuedOn: readIssueDate(body, lastLine, report),
    contactOffice: readContactOffice(body, lastLine, issuer, report),
    contactPhone: readContactPhone(body),
    noticeText,
  };
}

function readTitle(line: Line, report: Report): { title: string; issuer: string } {
  const title = line.text;
  const issuer = /^(.+?)关于.+通知$/.exec(title)?.[1]?.trim() ?? '';
  if (!issuer) report(line, 'title-of-issuer-and-notice');
  if (!fits(title, 200)) report(line, 'title-within-200-characters');
  if (!fits(issuer, 100)) report(line, 'issuer-within-100-characters', issuer);
  return { title, issuer };
}

/** The letterhead repeats the title, broken over several lines as it is centred on paper. */
function withoutLetterhead(lines: Line[], title: string): Line[] {
  let letterhead = '';
  for (const [index, line] of lines.entries()) {
    letterhead += plain(line.text);
    if (letterhead === plain(title)) return lines.slice(index + 1);
    if (!plain(title).startsWith(letterhead)) return lines;
  }
  return lines;
}

const datePattern = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;

function readIssueDate(body: Line[], lastLine: Line, report: Report): CivilDate | null {
  const [line, second] = body.filter(({ text }) => datePattern.test(plain(text)));
  if (second) report(second, 'only-one-issue-date');
  if (!line) {
    report(lastLine, 'issue-date');
    return null;
  }
  const [, year = '', month = '', day = ''] = datePattern.exec(plain(line.text)) ?? [];
  const date = parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (date === null) report(line, 'issue-date-of-the-calendar');
  return date;
}

/** 联系人:市工业和信息化局科技处 王华 gives 科技处. */
function readContactOffice(body: Line[], lastLine: Line, issuer: string, report: Report): string {
  const line = body.find(({ text }) => plain(text).includes('联系人:'));
  if (!line) {
    report(lastLine, 'contact-line');
    return '';
  }
  const named = /联系人\s*:\s*(\S+)\s+\S/.exec(line.text.normalize('NFKC'))?.[1];
  if (!named) report(line, 'contact-office-and-person');
  const office = issuer && named ? named.split(issuer).at(-1) || named : '';
  if (!fits(office, 100)) report(line, 'contact-office-within-100-characters', office);
  return office;
}

const phoneLimit = 50;

/** 联系电话:83606658 gives 83606658. */
function readContactPhone(body: Line[]): string {
  const line = body.find(({ text }) => plain(text).includes('联系电话:'));
  const found = /联系电话\s*:\s*(\d[\d 、,()+-]*)/.exec(line?.text.normalize('NFKC') ?? '')?.[1];
  return found?.trim().slice(0, phoneLimit) ?? '';
}

import { describe, expect, it } from 'vitest';
import { type NoticeExpectation, parseNotice } from '@/lib/imports/notice';
import { lineNumber, lines, noticeWith, parsed, problemsOf } from '../support/notice-2020';

const second = lineNumber('2 | 市教委');
const furtherTask = lineNumber('加大高层次');
const header = lineNumber('序号');
const marker = lines.indexOf('附件') + 1;

describe('faults in a notice', () => {
  const long = (length: number) => '字'.repeat(length);
  const date = lineNumber('2020年3月26日');
  const contact = lineNumber('(联系人');
  const body = lineNumber('特此通知');
  const lastOfText = marker - 1;
  const heading = marker + 2;

  it.each<[string, string, number, NoticeExpectation]>([
    ['a first line that is no title', noticeWith(1, '通知'), 1, 'title-of-issuer-and-notice'],
    ['a title without issuer', noticeWith(1, '关于印发重点工作的通知'), 1, 'title-of-issuer-and-notice'],
    ['a title too long', noticeWith(1, `局关于${long(196)}通知`), 1, 'title-within-200-characters'],
    ['an issuer too long', noticeWith(1, `${long(101)}关于工作的通知`), 1, 'issuer-within-100-characters'],
    ['no date', noticeWith(date), lastOfText - 1, 'issue-date'],
    ['a second date', noticeWith(body, '2020年3月27日'), date, 'only-one-issue-date'],
    ['a date that no calendar has', noticeWith(date, '2020年2月30日'), date, 'issue-date-of-the-calendar'],
    ['no contact', noticeWith(contact), lastOfText - 1, 'contact-line'],
    ['a contact without office', noticeWith(contact, '(联系人:王华'), contact, 'contact-office-and-person'],
    [
      'an office too long',
      noticeWith(contact, `联系人:${long(101)} 王华`),
      contact,
      'contact-office-within-100-characters',
    ],
    ['a text too long', noticeWith(body, long(20_000)), lastOfText, 'notice-text-within-20000-characters'],
    ['no annex', lines.slice(0, marker - 1).join('\n'), lastOfText, 'annex-marker'],
    [
      'another heading of the annex',
      noticeWith(heading, '2021年重点工作分工表'),
      heading,
      'annex-heading-as-announced',
    ],
    [
      'a stray line above the table',
      noticeWith(header, '说明', lines[header - 1] ?? ''),
      header,
      'annex-heading-as-announced',
    ],
    ['no table', lines.slice(0, header - 1).join('\n'), header - 1, 'annex-header'],
    ['a table without header', noticeWith(header), header, 'annex-header'],
    ['a header of other columns', noticeWith(header, '序号 | 单位 | 任务 |'), header, 'annex-header'],
    ['a table without rows', lines.slice(0, header).join('\n'), header, 'annex-row'],
    ['a line without cells', noticeWith(furtherTask, '加大引育力度。'), furtherTask, 'annex-row'],
    ['a row that is not closed', noticeWith(second, '2 | 市教委 | 任务'), second, 'row-of-three-closed-cells'],
    ['a row of four cells', noticeWith(second, '2 | 市教委 | 任务 | 任务 |'), second, 'row-of-three-closed-cells'],
    ['text after the last pipe', noticeWith(furtherTask, '任务 | || 注'), furtherTask, 'row-of-three-closed-cells'],
    ['a first row without agency', noticeWith(header + 1, '任务 | ||'), header + 1, 'first-row-names-agency'],
    ['a number left out', noticeWith(second, '3 | 市教委 | 任务 |'), second, 'next-agency-number'],
    ['a number twice', noticeWith(second, '1 | 市教委 | 任务 |'), second, 'next-agency-number'],
    ['a number with a zero before it', noticeWith(second, '02 | 市教委 | 任务 |'), second, 'next-agency-number'],
    ['no number', noticeWith(second, '| 市教委 | 任务 |'), second, 'next-agency-number'],
    ['no name', noticeWith(second, '2 | | 任务 |'), second, 'agency-name'],
    ['a name too long', noticeWith(second, `2 | ${long(101)} | 任务 |`), second, 'agency-name-within-100-characters'],
    ['an agency twice', noticeWith(second, '2 | 市发展 改革委 | 任务 |'), second, 'agency-listed-once'],
    ['no first task', noticeWith(second, '2 | 市教委 | |'), second, 'task-text'],
    ['an empty row', noticeWith(furtherTask, '| ||'), furtherTask, 'task-text'],
    [
      'a first task too long',
      noticeWith(second, `2 | 市教委 | ${long(2001)} |`),
      second,
      'task-text-within-2000-characters',
    ],
    ['a task too long', noticeWith(furtherTask, `${long(2001)} | ||`), furtherTask, 'task-text-within-2000-characters'],
    ['a control character', noticeWith(body, '特此\u0000通知。'), body, 'readable-text'],
    ['text decoded wrongly', noticeWith(body, '特此\uFFFD通知。'), body, 'readable-text'],
  ])('a fault in a notice is refused with its line: %s', (_, variant, line, expected) => {
    expect(problemsOf(variant)).toContain(`${line} ${expected}`);
  });

  it('one fault is named once, and not again for every line below it', () => {
    expect(problemsOf(noticeWith(second, '2 | 市教委 | |'))).toEqual([`${second} task-text`]);
    expect(problemsOf(noticeWith(second, '2 | 市教委 | 任务'))).toEqual([`${second} row-of-three-closed-cells`]);
    expect(problemsOf(noticeWith(header))).toEqual([`${header} annex-header`]);
    expect(problemsOf(noticeWith(furtherTask, '任务'))).toEqual([`${furtherTask} annex-row`]);
    const ninth = lineNumber('9 |');
    expect(problemsOf(noticeWith(ninth))).toEqual([`${ninth} next-agency-number`]);
  });

  it('several faults are named in the order of their lines', () => {
    const worse = noticeWith(second, '2 | | 任务 |').replace('2020年3月26日', '2020年3月32日');
    expect(problemsOf(worse)).toEqual([`${date} issue-date-of-the-calendar`, `${second} agency-name`]);
  });

  it('a fault shows the text of its line, cut to 100 characters', () => {
    const result = parseNotice(noticeWith(furtherTask, long(300)));
    expect(result).toEqual({ ok: false, problems: [{ line: furtherTask, expected: 'annex-row', found: long(100) }] });
  });

  it('lines are counted the same with line ends of Windows', () => {
    expect(problemsOf(noticeWith(furtherTask, '任务').replaceAll('\n', '\r\n'))).toEqual([`${furtherTask} annex-row`]);
  });

  it('a foreign line is refused at any place below the marker of the annex', () => {
    for (let above = marker + 1; above <= lines.length + 1; above += 1) {
      const [problem] = problemsOf(lines.toSpliced(above - 1, 0, '此行无关').join('\n'));
      expect(problem).toMatch(new RegExp(`^${above} annex-(row|heading-as-announced)$`));
    }
  });

  it('names and tasks of exactly the longest length that the database holds are accepted', () => {
    const longest = noticeWith(second, `2 | ${long(100)} | ${'𠮷'.repeat(2000)} |`);
    expect(parsed(longest).agencies[1]?.name).toHaveLength(100);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNotice } from '@/lib/imports/notice';
import { lineNumber, lines, noticeWith, parsed, text } from '../support/notice-2020';

const notice = parsed(text);
const header = lineNumber('序号');
const marker = lines.indexOf('附件') + 1;

describe('the notice of 2020', () => {
  it('the notice of 2020 is read with its title, issuer, date and contact office', () => {
    expect(notice).toMatchObject({
      year: 2020,
      title: '市工业和信息化局关于印发新一代人工智能产业发展三年行动计划2020年重点工作的通知',
      issuer: '市工业和信息化局',
      issuedOn: '2020-03-26',
      contactOffice: '科技处',
      contactPhone: '83606658',
    });
  });

  it('the text of the notice goes from the address to the note on publicity, without letterhead and annex', () => {
    expect(notice.noticeText.split('\n')).toEqual(lines.slice(4, marker - 1));
    expect(notice.noticeText).toMatch(/^各委、局,各直属单位:\n.*于下一个季度的第三个工作日前.*\n\(此件主动公开\)$/s);
  });

  it('the annex of 2020 gives 16 agencies and 35 tasks in its order', () => {
    expect(notice.agencies.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    expect(notice.agencies.map(({ tasks }) => tasks.length)).toEqual([2, 3, 3, 5, 3, 2, 2, 2, 1, 2, 1, 3, 3, 1, 1, 1]);
    expect(notice.agencies.map(({ name }) => name).join(' ')).toBe(
      '市发展改革委 市教委 市科技局 市工业和信息化局 市委网信办 市交通运输委 市农业农村委 市商务局 市文化和旅游局 ' +
        '市卫生健康委 市市场监管委 市金融局 市合作交流办 市政务服务办 人民银行天津分行 天津证监局',
    );
  });

  it('no character of a task is lost when the annex is read', () => {
    const tasks = notice.agencies.flatMap((agency) => agency.tasks);
    const rows = lines.slice(header).map((line) => line.replace(/^\d+ \| [^|]+ \| /, '').replace(/[ |]+$/, ''));
    expect(tasks).toEqual(rows);
  });
});

describe('traces of Word and Windows in the notice', () => {
  it.each([
    ['line ends of Windows', text.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${text}`],
    ['full-width pipes', text.replaceAll('|', '｜')],
    ['ideographic spaces and tabs around cells', text.replaceAll(' | ', '\u3000|\t')],
    ['indented lines', lines.map((line) => `\u3000\u3000${line}\u00A0`).join('\n')],
    ['zero-width spaces', text.replaceAll('|', '\u200B|')],
    [
      'full-width numbers',
      text.replaceAll(/^(\d)(?= \|)/gm, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)),
    ],
    ['a spaced marker of the annex', noticeWith(marker, '附 件')],
    ['blank lines', lines.join('\n\n')],
    ['a last line end', `${text}\n`],
  ])('the notice is read as the same in spite of %s', (_, variant) => {
    expect(variant).not.toBe(text);
    expect(parsed(variant)).toEqual(notice);
  });

  it('full-width colons and brackets are understood, and kept in the text', () => {
    const variant = parsed(text.replaceAll(':', '：').replaceAll('(', '（'));
    expect(variant).toMatchObject({ contactOffice: '科技处', issuedOn: '2020-03-26' });
    expect(variant.agencies[3]?.tasks[1]).toContain('车联网（智能网联汽车)');
    expect(variant.noticeText).toContain('（联系人：市工业和信息化局科技处 王华');
  });
});

describe('any text given as a notice', () => {
  it('any text is read or refused as a notice, and never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => !parseNotice(any).ok));
    const lineOrNoise = fc.oneof(
      fc.constantFrom(...lines),
      fc.string(),
      fc.constantFrom('|', '| | |', '1 | | |', '附件'),
    );
    fc.assert(fc.property(fc.array(lineOrNoise), (some) => typeof parseNotice(some.join('\n')).ok === 'boolean'));
  });

  it('a notice of the same form with another year and other agencies and tasks is read as it was written', () => {
    const name = fc.stringMatching(/^[一-龥]{1,20}$/);
    const task = fc.stringMatching(/^[一-龥][一-龥0-9,。“”]{0,60}$/);
    const agencies = fc.uniqueArray(fc.record({ name, tasks: fc.array(task, { minLength: 1, maxLength: 6 }) }), {
      selector: (agency) => agency.name,
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.integer({ min: 2018, max: 2099 }), agencies, (year, written) => {
        const rows = written.flatMap((agency, index) =>
          agency.tasks.map((each, at) => (at === 0 ? `${index + 1} | ${agency.name} | ${each} |` : `${each} | ||`)),
        );
        const head = text.slice(0, text.indexOf('\n1 |')).replaceAll('2020年', `${year}年`);
        const read = parsed(`${head}\n${rows.join('\n')}`);
        expect(read.year).toBe(year);
        expect(read.issuedOn).toBe(`${year}-03-26`);
        expect(read.agencies).toEqual(written.map((agency, index) => ({ number: index + 1, ...agency })));
      }),
    );
  });
});

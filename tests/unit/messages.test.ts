import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { roles } from '@/lib/domain/authorization';
import { civilDate, portalZone } from '@/lib/domain/calendar/civil-date';
import { periodCode } from '@/lib/domain/calendar/period';
import { clockMoves } from '@/lib/domain/demonstration';
import type { Refusal, RefusalCode } from '@/lib/domain/refusal';
import { entryKeys, noticeForm, progressLights } from '@/lib/domain/report/entry';
import { filingLights } from '@/lib/domain/report/filing-light';
import { reportStatuses } from '@/lib/domain/report/report';
import { reportCommands } from '@/lib/domain/report/report-events';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import { catalogue as messages } from '@/lib/text/zh-CN/catalogue';
import { now } from '../support/report-states';
import { t } from '../support/translator';

type Catalog = { [key: string]: string | Catalog };

function sentencesOf(catalog: Catalog, prefix = ''): [string, string][] {
  return Object.entries(catalog).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : sentencesOf(value, `${prefix}${key}.`),
  );
}

const sentences = sentencesOf(messages);

/** Each refusal with the values that its sentence needs; the compiler asks for one that is missing here. */
const refusals: { [Code in RefusalCode]: Refusal & { code: Code } } = {
  'signed-out': { code: 'signed-out' },
  'not-found': { code: 'not-found' },
  forbidden: { code: 'forbidden' },
  'wrong-status': { code: 'wrong-status', status: 'accepted', command: 'file' },
  'plan-wrong-status': { code: 'plan-wrong-status', status: 'closed' },
  'plan-code-taken': { code: 'plan-code-taken' },
  'form-in-use': { code: 'form-in-use' },
  'period-wrong-state': { code: 'period-wrong-state' },
  'period-begun': { code: 'period-begun', count: 2 },
  'period-has-filings': { code: 'period-has-filings', count: 2 },
  'opens-after-deadline': {
    code: 'opens-after-deadline',
    opensOn: civilDate('2020-04-07'),
    dueOn: civilDate('2020-04-03'),
  },
  'plan-not-ready': { code: 'plan-not-ready', count: 2 },
  'plan-closing': { code: 'plan-closing', open: [{ agencyName: '市科技局', periodCode: periodCode('2026Q4') }] },
  'agency-name-unknown': { code: 'agency-name-unknown', name: '市科技局' },
  'no-task-left': { code: 'no-task-left' },
  'task-ended': { code: 'task-ended' },
  'task-unchanged': { code: 'task-unchanged' },
  'task-without-text': { code: 'task-without-text' },
  'task-without-lead': { code: 'task-without-lead' },
  'task-alone': { code: 'task-alone' },
  'amendment-period-over': { code: 'amendment-period-over' },
  'amendment-before-another': { code: 'amendment-before-another', periodCode: periodCode('2020Q3') },
  stale: { code: 'stale' },
  'fields-stale': {
    code: 'fields-stale',
    conflicts: [
      { taskId: 'a', field: 'progress', version: 2, content: '进展', by: '李四', at: '2020-04-02T01:00:00Z' },
    ],
  },
  'period-not-open': { code: 'period-not-open', opensAt: new Date('2020-05-31T16:00:00Z') },
  'deadline-passed': {
    code: 'deadline-passed',
    dueOn: civilDate('2020-04-03'),
    closesAt: new Date('2020-04-03T16:00:00Z'),
    now,
  },
  'closed-meanwhile': { code: 'closed-meanwhile' },
  'filing-ended': { code: 'filing-ended', end: 'skipped' },
  'late-filing-by-plan': { code: 'late-filing-by-plan' },
  contradictory: {
    code: 'contradictory',
    contradictions: [{ section: 'problems', tick: 'noProblems', kind: 'nothing-as-text' }],
  },
  incomplete: { code: 'incomplete', missing: [{ taskId: 'a', field: 'light' }] },
  'sign-off-required': { code: 'sign-off-required' },
  'sign-off-not-used': { code: 'sign-off-not-used' },
  'review-begun': { code: 'review-begun' },
  'reason-required': { code: 'reason-required' },
  'due-date-not-ahead': { code: 'due-date-not-ahead', on: civilDate('2020-04-01') },
  'due-date-not-a-working-day': { code: 'due-date-not-a-working-day', on: civilDate('2020-04-04') },
  'return-ends-before-deadline': {
    code: 'return-ends-before-deadline',
    on: civilDate('2020-04-02'),
    dueOn: civilDate('2020-04-03'),
  },
  'due-date-not-later': { code: 'due-date-not-later', on: civilDate('2020-04-03'), dueOn: civilDate('2020-04-03') },
  'chased-today': { code: 'chased-today', at: now },
  'chasing-all': { code: 'chasing-all', reports: [{ id: 'a', agencyName: '市科技局' }], skipped: 1 },
  'extension-pending': { code: 'extension-pending' },
  'no-extension-pending': { code: 'no-extension-pending' },
  'nothing-chosen': { code: 'nothing-chosen' },
  'no-report-chosen': { code: 'no-report-chosen' },
  'secrecy-review-outside': {
    code: 'secrecy-review-outside',
    from: civilDate('2020-04-02'),
    to: civilDate('2020-04-03'),
  },
  'no-proposal': { code: 'no-proposal' },
  'own-proposal': { code: 'own-proposal' },
  'proposal-of-another': { code: 'proposal-of-another' },
  'withdrawal-explained': { code: 'withdrawal-explained' },
  'refused-for-one': {
    code: 'refused-for-one',
    agency: '市教委',
    periodCode: periodCode('2020Q1'),
    refusal: { code: 'stale' },
  },
  'not-published': { code: 'not-published' },
  'reminded-lately': { code: 'reminded-lately', from: now },
  'arrangement-read': {
    code: 'arrangement-read',
    arrangement: { year: 2027, source: '', days: [], passedOver: [], problems: [] },
    name: 'a',
    moves: [],
  },
  'makeup-not-weekend': { code: 'makeup-not-weekend' },
  'calendar-day-same': { code: 'calendar-day-same' },
  'calendar-year-too-far': { code: 'calendar-year-too-far' },
  'contributions-closed': { code: 'contributions-closed' },
  'contribution-decided': { code: 'contribution-decided' },
  'stands-in-for-himself': { code: 'stands-in-for-himself' },
  'leave-ends-before-it-begins': { code: 'leave-ends-before-it-begins' },
  'leave-meets-another': { code: 'leave-meets-another' },
  'deputy-needs-another-officer': { code: 'deputy-needs-another-officer' },
  'deputy-ends-before-it-begins': { code: 'deputy-ends-before-it-begins' },
  'deputy-meets-another': { code: 'deputy-meets-another' },
  'sign-off-under-way': { code: 'sign-off-under-way' },
  'officers-changed': { code: 'officers-changed' },
  'last-approver': { code: 'last-approver' },
  'last-officer': { code: 'last-officer' },
  'own-role-to-new-officer': { code: 'own-role-to-new-officer' },
  'not-a-demonstration': { code: 'not-a-demonstration' },
  'account-exists': { code: 'account-exists', userName: 'agency05' },
  'office-unknown': { code: 'office-unknown', officeCode: 'keji' },
  'office-exists': { code: 'office-exists' },
  'office-without-coordinator': { code: 'office-without-coordinator' },
  'role-has-no-office': { code: 'role-has-no-office' },
  'office-required': { code: 'office-required', officeCodes: ['keji', 'shuju'] },
  'agency-name-taken': { code: 'agency-name-taken', name: '市科技局', agency: '市科学技术局' },
  'agency-code-taken': { code: 'agency-code-taken', agency: '市科学技术局' },
  'credit-code-taken': { code: 'credit-code-taken', agency: '市科学技术局' },
  'agency-circle': { code: 'agency-circle', agency: '东区人民政府' },
  'agency-abolished': { code: 'agency-abolished', agency: '市旅游局' },
  'agency-change-ahead': { code: 'agency-change-ahead' },
  'successor-missing': { code: 'successor-missing' },
  'register-file-wrong': { code: 'register-file-wrong', count: 2 },
  'register-changed': { code: 'register-changed' },
  'agency-number-twice': { code: 'agency-number-twice', number: '3' },
  'agency-unknown': { code: 'agency-unknown', agencyCode: '99' },
  'import-not-open': { code: 'import-not-open' },
  'import-changed': { code: 'import-changed', theirs: '市水务局', yours: '市水利局' },
  'import-unfinished': { code: 'import-unfinished', problems: 2, units: 1 },
  'import-head-missing': { code: 'import-head-missing', fields: ['title', 'issuedOn'] },
  'import-plan-taken': { code: 'import-plan-taken', planCode: '2026' },
  'import-agency-unknown': { code: 'import-agency-unknown', name: '市水利局' },
  'plan-file-unreadable': { code: 'plan-file-unreadable', problem: 'quote-not-closed', values: { line: 3, cell: 2 } },
  'roles-exclude-each-other': { code: 'roles-exclude-each-other' },
  'role-needs-agency': { code: 'role-needs-agency' },
  'wrong-password': { code: 'wrong-password' },
  'sign-in-locked': { code: 'sign-in-locked', minutes: 15 },
  'sign-in-busy': { code: 'sign-in-busy' },
  'not-locked': { code: 'not-locked' },
  'password-too-weak': { code: 'password-too-weak', length: 12 },
  'evidence-kind-not-taken': { code: 'evidence-kind-not-taken', kinds: ['pdf', 'ofd'] },
  'evidence-empty': { code: 'evidence-empty' },
  'evidence-too-large': { code: 'evidence-too-large', bytes: 20 * 1024 * 1024 },
  'evidence-type-differs': { code: 'evidence-type-differs', kind: 'pdf' },
  'evidence-full': { code: 'evidence-full', perEntry: 10 },
  'evidence-infected': { code: 'evidence-infected' },
  'evidence-unsafe': { code: 'evidence-unsafe', content: 'macros', part: 'word/vbaProject.bin' },
  'evidence-disk-full': { code: 'evidence-disk-full' },
  'evidence-interrupted': { code: 'evidence-interrupted' },
  'webhook-not-allowed': { code: 'webhook-not-allowed', hosts: ['oapi.dingtalk.com'] },
  'channel-address-missing': { code: 'channel-address-missing' },
  'receipt-file-unreadable': { code: 'receipt-file-unreadable' },
  'receipt-file-content-changed': { code: 'receipt-file-content-changed' },
  'receipt-file-receipt-changed': { code: 'receipt-file-receipt-changed' },
  'receipt-file-rewritten': { code: 'receipt-file-rewritten' },
  'receipt-file-unknown': { code: 'receipt-file-unknown' },
  'look-ups-limited': { code: 'look-ups-limited', minutes: 15 },
  'channel-not-offered': { code: 'channel-not-offered' },
};

describe('the catalogue has a word for each term of the domain and for no other', () => {
  const vocabularies: [keyof typeof messages, readonly string[]][] = [
    ['statuses', reportStatuses],
    ['commands', reportCommands],
    ['roles', roles],
    ['fields', entryKeys(noticeForm)],
    ['progressLights', progressLights],
    ['filingLights', filingLights],
    ['timeliness', ['on_time', 'extended', 'late']],
    ['dayKinds', ['working_day', 'weekend', 'statutory_holiday', 'makeup_workday']],
    ['refusals', Object.keys(refusals)],
  ];

  test.each(vocabularies)('the catalogue has a word for each of the %s and for nothing else', (group, words) => {
    expect(Object.keys(messages[group]).toSorted()).toEqual([...words].toSorted());
  });

  test('the catalogue has a name for each move of the demonstration clock and for nothing else', () => {
    expect(Object.keys(messages.demonstration.moves).toSorted()).toEqual([...clockMoves].toSorted());
  });
});

describe('a refusal', () => {
  test.each(Object.values(refusals))('the refusal $code is a Chinese sentence without gaps', (refusal) => {
    const sentence = refusalSentence(t, refusal);
    expect(sentence).toMatch(/^\p{Script=Han}|^“|^\d/u);
    expect(sentence).toMatch(/。$/);
    expect(sentence).not.toMatch(/[{}]|undefined|Invalid|NaN/);
  });

  test('a refusal after the deadline names the last day, the time now and the possibility of an extension', () => {
    const sentence = refusalSentence(t, refusals['deadline-passed']);
    expect(sentence).toContain('2020年4月3日（周五）24:00');
    expect(sentence).toContain('2020年4月2日 09:00');
    expect(sentence).toContain('延期');
  });
});

describe('a sentence of the catalogue', () => {
  const names = (text: string) => [...text.matchAll(/\{\s*(\w+)/g)].map(([, name]) => name ?? '');

  test.each(sentences)('the sentence %s can be formatted and is not empty', (key, text) => {
    const problems: string[] = [];
    const translate = createTranslator({
      locale: 'zh-CN',
      messages,
      timeZone: portalZone,
      onError: (error) => problems.push(error.message),
    });
    const values = Object.fromEntries(names(text).map((name) => [name, 1]));
    const said = (translate as (key: string, values: Record<string, number>) => string)(key, values);
    expect(problems).toEqual([]);
    expect(said.trim()).not.toBe('');
  });

  test('sentences are written with Chinese punctuation', () => {
    expect(sentences.filter(([, text]) => /\p{Script=Han}[,;!?:]/u.test(text))).toEqual([]);
  });
});

const root = path.resolve(import.meta.dirname, '../..');

function sourcesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.tsx?$/.test(file.name))
    .map((file) => readFileSync(path.join(file.parentPath, file.name), 'utf8'));
}

test('every sentence of the catalogue is used in the code', () => {
  const source = ['app', 'components', 'lib'].flatMap(sourcesUnder).join('\n');
  const spelled = new Set([...source.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key));
  const composed = [...source.matchAll(/`([\w-]+(?:\.[\w-]+)*\.)\$\{[^}]*\}([\w.-]*)`/g)];
  const isComposed = (key: string) =>
    composed.some(([, start = '', end = '']) => key.startsWith(start) && key.endsWith(end));
  expect(sentences.map(([key]) => key).filter((key) => !spelled.has(key) && !isComposed(key))).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { roles } from '@/lib/domain/authorization';
import { portalZone } from '@/lib/domain/calendar/civil-date';
import { clockMoves } from '@/lib/domain/demonstration';
import { entryKeys, noticeForm, progressLights } from '@/lib/domain/report/entry';
import { filingLights } from '@/lib/domain/report/filing-light';
import { reportStatuses } from '@/lib/domain/report/report';
import { reportCommands } from '@/lib/domain/report/report-events';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import { catalogue as messages } from '@/lib/text/zh-CN/catalogue';
import { refusals } from '../support/every-refusal';
import { sentences } from '../support/sentences';
import { t } from '../support/translator';

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

import { describe, expect, test } from 'vitest';
import { missingFields } from '@/lib/domain/report/completeness';
import {
  type EntryForm,
  emptyEntry,
  entryKeys,
  fieldOfKey,
  fieldsOfPart,
  noticeForm,
  publicByDefault,
  publicParts,
  readParts,
  sectionsOf,
  typedContent,
} from '@/lib/domain/report/entry';

describe('the form of the notice', () => {
  test('has each field once', () => {
    expect(new Set(entryKeys()).size).toBe(entryKeys().length);
  });

  test('asks for the four sections in the order of the notice', () => {
    expect(sectionsOf()).toEqual(['progress', 'problems', 'results', 'nextSteps']);
  });

  test('is read as a light and four sections', () => {
    expect(readParts()).toEqual(['light', 'progress', 'problems', 'results', 'nextSteps']);
  });

  test('lets sections alone go out, and progress and results by default', () => {
    expect(publicParts()).toEqual(['progress', 'problems', 'results', 'nextSteps']);
    expect(publicByDefault()).toEqual(['progress', 'results']);
  });

  test('reads a confirmation and its reason with the section that they stand under', () => {
    expect(fieldsOfPart('progress')).toEqual(['progress', 'noProgress', 'noProgressReason']);
    expect(fieldsOfPart('problems')).toEqual(['problems', 'noProblems']);
    expect(fieldsOfPart('results')).toEqual(['results']);
  });

  test('has the same keys in a filed version for ever, because digests are taken over them', () => {
    expect(Object.keys(emptyEntry()).toSorted()).toEqual([
      'light',
      'nextSteps',
      'noProblems',
      'noProgress',
      'noProgressReason',
      'problems',
      'progress',
      'results',
    ]);
  });
});

describe('another form', () => {
  const kept = ['progress', 'noProgress', 'noProgressReason', 'problems', 'noProblems', 'results'];
  const form: EntryForm = { fields: noticeForm.fields.filter(({ key }) => kept.includes(key)) };

  test('is followed where it is handed in', () => {
    expect(sectionsOf(form)).toEqual(['progress', 'problems', 'results']);
    expect(readParts(form)).toEqual(['progress', 'problems', 'results']);
    expect(publicParts(form)).toEqual(['progress', 'problems', 'results']);
  });

  test('says what is missing by its own fields alone', () => {
    expect(missingFields(emptyEntry(), form)).toEqual(['progress', 'problems', 'results']);
    expect(missingFields({ ...emptyEntry(), noProgress: true }, form)).toEqual(['noProgressReason', 'problems']);
  });

  test('does not know a field that it has not', () => {
    expect(() => fieldOfKey('nextSteps', form)).toThrow('nextSteps');
  });
});

test('what an HTML form says is read by the kind of its field', () => {
  expect(typedContent(fieldOfKey('progress'), '一\r\n二')).toBe('一\n二');
  expect(typedContent(fieldOfKey('progress'), undefined)).toBe('');
  expect(typedContent(fieldOfKey('noProblems'), 'on')).toBe(true);
  expect(typedContent(fieldOfKey('noProblems'), null)).toBe(false);
  expect(typedContent(fieldOfKey('light'), 'blocked')).toBe('blocked');
  expect(typedContent(fieldOfKey('light'), '')).toBeNull();
});

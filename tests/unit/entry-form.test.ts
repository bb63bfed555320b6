import { describe, expect, test } from 'vitest';
import { missingFields } from '@/lib/domain/report/completeness';
import {
  bySection,
  type EntryForm,
  emptyEntry,
  entryKeys,
  type FormField,
  fieldsOfPart,
  findField,
  formOfBoth,
  noticeForm,
  publicByDefault,
  readParts,
  sectionsOf,
  typedContent,
} from '@/lib/domain/report/entry';

const keysOf = (fields: readonly FormField[]) => fields.map(({ key }) => key);

describe('the form of the notice', () => {
  test('has each field once', () => {
    expect(new Set(entryKeys(noticeForm)).size).toBe(entryKeys(noticeForm).length);
  });

  test('asks for the four sections in the order of the notice', () => {
    expect(sectionsOf(noticeForm)).toEqual(['progress', 'problems', 'results', 'nextSteps']);
  });

  test('is read as a light and four sections', () => {
    expect(readParts(noticeForm)).toEqual(['light', 'progress', 'problems', 'results', 'nextSteps']);
  });

  test('lets progress and results go out by default', () => {
    expect(publicByDefault(noticeForm)).toEqual(['progress', 'results']);
  });

  test('reads a confirmation and its reason with the section that they stand under', () => {
    expect(keysOf(fieldsOfPart('progress', noticeForm))).toEqual(['progress', 'noProgress', 'noProgressReason']);
    expect(keysOf(fieldsOfPart('problems', noticeForm))).toEqual(['problems', 'noProblems']);
    expect(keysOf(fieldsOfPart('results', noticeForm))).toEqual(['results']);
  });

  test('has the same keys in a filed version for ever, because digests are taken over them', () => {
    expect(Object.keys(emptyEntry(noticeForm)).toSorted()).toEqual([
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
  });

  test('says what is missing by its own fields alone', () => {
    expect(missingFields(emptyEntry(form), form)).toEqual(['progress', 'problems', 'results']);
    expect(missingFields({ ...emptyEntry(form), noProgress: true }, form)).toEqual(['noProgressReason', 'problems']);
  });

  test('does not know a field that it has not', () => {
    expect(findField('nextSteps', form)).toBeUndefined();
  });

  test('is compared with an earlier one by all fields of both, the later form first', () => {
    const earlier: EntryForm = {
      fields: noticeForm.fields.filter(({ key }) => ['problems', 'nextSteps'].includes(key)),
    };
    expect(keysOf(formOfBoth(earlier, form).fields)).toEqual([...keysOf(form.fields), 'nextSteps']);
    expect(formOfBoth(form, form)).toBe(form);
  });

  test('orders what is about its sections: the whole first, a section that it has no longer last', () => {
    const about = ['nextSteps', 'results', 'progress', null].map((section) => ({ section }));
    expect(bySection(about, form).map(({ section }) => section)).toEqual([null, 'progress', 'results', 'nextSteps']);
  });
});

test('what an HTML form says is read by the kind of its field', () => {
  const read = (key: string, value: unknown) => typedContent(findField(key, noticeForm) as FormField, value);
  expect(read('progress', '一\r\n二')).toBe('一\n二');
  expect(read('progress', undefined)).toBe('');
  expect(read('noProblems', 'on')).toBe(true);
  expect(read('noProblems', null)).toBe(false);
  expect(read('light', 'blocked')).toBe('blocked');
  expect(read('light', '')).toBeNull();
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noticeForm } from '@/lib/domain/report/entry';
import { type FieldChange, type FieldSaves, sortChanges, versionOf } from '@/lib/domain/report/field-save';
import { blankEntry } from '../support/report-states';

const saves: FieldSaves = { progress: { version: 3, by: '李四', at: '2020-04-02T01:00:00.000Z' } };
const entry = { ...blankEntry, taskId: 'a', progress: '李四写的', fieldSaves: saves };

const change = (changed: Partial<FieldChange>): FieldChange => ({
  taskId: 'a',
  field: 'progress',
  version: 3,
  content: '新写的',
  ...changed,
});

const sorted = (changes: FieldChange[]) => sortChanges([entry], changes, noticeForm);

describe('a change of one field', () => {
  test('a change typed from the stored version is stored under the next version', () => {
    expect(sorted([change({})])).toEqual({
      toStore: [change({ version: 4 })],
      unchanged: [],
      conflicts: [],
    });
  });

  test('a change typed from another version is a conflict that returns the stored text, its author and its time', () => {
    for (const version of [0, 2, 4]) {
      expect(sorted([change({ version })])).toEqual({
        toStore: [],
        unchanged: [],
        conflicts: [{ ...change({ content: '李四写的' }), by: '李四', at: '2020-04-02T01:00:00.000Z' }],
      });
    }
  });

  test('a change that is sent again is unchanged, from whatever version it was typed', () => {
    const again = change({ version: 2, content: '李四写的' });
    expect(sorted([again])).toEqual({
      toStore: [],
      unchanged: [change(again)].map(atStored),
      conflicts: [],
    });
  });

  test('a field that nobody saved has version 0, and a change of it is stored as version 1', () => {
    expect(versionOf(entry, 'light')).toBe(0);
    const light = change({ field: 'light', version: 0, content: 'blocked' });
    expect(sorted([light]).toStore).toEqual([{ ...light, version: 1 }]);
  });

  test('a conflict in one field does not keep the change of another from being stored', () => {
    const { toStore, conflicts } = sorted([change({ version: 1 }), change({ field: 'results', version: 0 })]);
    expect(toStore.map(({ field }) => field)).toEqual(['results']);
    expect(conflicts.map(({ field }) => field)).toEqual(['progress']);
  });

  test('a change of a field that the form has not is left out of the answer', () => {
    expect(sorted([change({ field: 'part1', version: 0 })])).toEqual({ toStore: [], unchanged: [], conflicts: [] });
  });

  test('a change of a task that the report does not have is left out of the answer', () => {
    expect(sorted([change({ taskId: 'b' })])).toEqual({ toStore: [], unchanged: [], conflicts: [] });
  });
});

function atStored(stored: FieldChange): FieldChange {
  return { ...stored, version: 3 };
}

type Text = { version: number; content: string };
type Writer = { seen: Text; typed: string };

/** A field with two writers, which shows whether a writer ever replaces a text without having read it. */
class Field {
  stored: Text = { version: 0, content: '' };
  readonly writers: [Writer, Writer] = [
    { seen: { version: 0, content: '' }, typed: '' },
    { seen: { version: 0, content: '' }, typed: '' },
  ];

  /** Sends what a writer has typed and returns true where it replaced a text that the writer had not read. */
  save(writer: Writer): boolean {
    const { version, content } = this.stored;
    const stored = { ...entry, progress: content, fieldSaves: { progress: { version, by: '', at: '' } } };
    const sent = change({ version: writer.seen.version, content: writer.typed });
    const { toStore, unchanged, conflicts } = sortChanges([stored], [sent], noticeForm);
    expect(toStore.length + unchanged.length + conflicts.length).toBe(1);
    const [won, conflict] = [toStore[0], conflicts[0]];
    const isUnread = won !== undefined && writer.seen.content !== content;
    if (won) this.stored = { version: won.version, content: writer.typed };
    if (conflict) writer.seen = { version: conflict.version, content: String(conflict.content) };
    else writer.seen = this.stored;
    return isUnread;
  }
}

const step = fc.record({
  who: fc.constantFrom(0, 1),
  text: fc.constantFrom('', '甲', '乙', '丙'),
  what: fc.constantFrom('type', 'save', 'look'),
});

test('however two writers type, save and look, no acknowledged text is replaced by one who has not read it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const field = new Field();
      for (const { who, text, what } of steps) {
        const writer = field.writers[who] ?? field.writers[0];
        if (what === 'type') writer.typed = text;
        if (what === 'look') writer.seen = field.stored;
        if (what === 'save') expect(field.save(writer)).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

import { describe, expect, it } from 'vitest';
import { FieldStates, fieldKey, isUnsaved } from '@/components/filing/editor/autosave/field-states';
import { emptyEntry, noticeForm, sectionLimit } from '@/lib/domain/report/entry';

const taskId = 'a0000000-0000-4000-8000-000000000001';
const key = fieldKey({ taskId, field: 'progress' });
const at = '2020-04-01T00:00:00.000Z';

const entryAt = (version: number, progress: string) => ({
  ...emptyEntry(noticeForm),
  taskId,
  progress,
  fieldSaves: { progress: { version, by: '李明', at } },
});

const statesAt = (version: number, progress: string) => new FieldStates([entryAt(version, progress)], [], noticeForm);
const storedAt = (version: number, content: string) => ({ version, content, by: '王芳', at });

describe('a field being edited', () => {
  it('is due to be saved with the version from which it was typed', () => {
    const states = statesAt(2, 'stored');
    expect(states.due()).toEqual([]);
    expect(states.type(key, 'typed')).toBe(true);
    expect(states.type(key, 'typed')).toBe(false);
    expect(states.due()).toEqual([{ taskId, field: 'progress', version: 2, content: 'typed' }]);
    expect(states.contentOf(taskId).progress).toBe('typed');
  });

  it('is not sent while it is too long', () => {
    const states = statesAt(0, '');
    states.type(key, 'x'.repeat(sectionLimit + 1));
    expect(states.due()).toEqual([]);
    expect(states.all().some(isUnsaved)).toBe(true);
  });

  it('conflicts with a text stored after the version from which it was typed, until its author has settled it', () => {
    const states = statesAt(2, 'stored');
    states.type(key, 'typed', 1);
    expect(states.of(key)?.conflict).toMatchObject({ version: 2, content: 'stored' });
    expect(states.due()).toEqual([]);
    expect(states.settle(key, 'both')).toBe(true);
    expect(states.settle(key, 'both')).toBe(false);
    expect(states.due()).toEqual([{ taskId, field: 'progress', version: 2, content: 'both' }]);
  });

  it('follows what others store unless it is changed or focused', () => {
    const states = statesAt(2, 'stored');
    expect(states.follow(key, storedAt(2, 'stored'), false)).toBe('unchanged');
    expect(states.follow(key, storedAt(3, 'newer'), true)).toBe('skipped');
    expect(states.follow(key, storedAt(3, 'newer'), false)).toBe('updated');
    expect(states.of(key)).toMatchObject({ version: 3, content: 'newer', typed: 'newer', by: '王芳' });
    states.type(key, 'typed');
    expect(states.follow(key, storedAt(4, 'newest'), false)).toBe('skipped');
    expect(states.of(key)?.typed).toBe('typed');
  });

  it('shows the newest stored text while it is in conflict', () => {
    const states = statesAt(2, 'stored');
    states.type(key, 'typed', 1);
    expect(states.follow(key, storedAt(3, 'newer'), false)).toBe('unchanged');
    expect(states.of(key)).toMatchObject({ typed: 'typed', conflict: { version: 3, content: 'newer' } });
  });
});

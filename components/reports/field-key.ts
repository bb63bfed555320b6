import type { FieldContent } from '@/lib/domain/report/entry';
import type { FieldConflict, SavedField } from '@/lib/domain/report/field-save';

/** One field of one task, as a key. */
export type FieldKey = `${string} ${SavedField}`;

export type NamedField = { taskId: string; field: SavedField };

export function fieldKey({ taskId, field }: NamedField): FieldKey {
  return `${taskId} ${field}`;
}

export function fieldOf(key: FieldKey): NamedField {
  const [taskId = '', field] = key.split(' ');
  return { taskId, field: field as SavedField };
}

/** A field as stored, as far as this tab knows. */
export type StoredField = { version: number; content: FieldContent; by: string; at: string | null };

/** Gives the conflict of a stored field with a text typed from an older version. */
export function conflictWith(key: FieldKey, { version, content, by, at }: StoredField): FieldConflict {
  return { ...fieldOf(key), version, content, by, at: at ?? '' };
}

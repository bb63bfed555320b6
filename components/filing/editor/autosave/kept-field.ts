import type { KeptTextKey } from '@/components/forms/kept-texts/kept-texts';
import { type FieldKey, fieldOf, type NamedField } from './field-states';

/** The place of a report's texts among the kept ones. */
export const reportPlace = (reportId: string) => `report/${reportId}`;

export const keptFieldKey = ({ field }: Pick<KeptTextKey, 'field'>) => field as FieldKey;

export const keptNamedField = (kept: Pick<KeptTextKey, 'field'>): NamedField => fieldOf(keptFieldKey(kept));

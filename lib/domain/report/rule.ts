import type { Actor } from '@/lib/domain/authorization';
import type { Refusal } from '@/lib/domain/refusal';
import type { ReportCommand, ReportState } from './report';

export type Facts = { report: ReportState; command: ReportCommand; actor: Actor; now: Date };

/** A rule marked `beforeInput` can be checked before anything is typed, so that buttons can depend on it. */
export type Rule = { beforeInput: boolean; check: (facts: Facts) => Refusal | null };

/** Gives the refusal unless what is required holds. */
export const unless = (holds: boolean, refusal: Refusal): Refusal | null => (holds ? null : refusal);

/** Says whether a text says anything but blanks. */
export const hasText = (text: string | undefined): boolean => (text ?? '').trim() !== '';

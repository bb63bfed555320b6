import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { EntryContent, Section } from '@/lib/domain/report/entry';
import type { ReportStatus } from '@/lib/domain/report/report';
import type { SourceStatus, SummaryArrangement } from '@/lib/domain/review/summary';

/** A draft's settings and its own texts, as its page shows them. */
export type Draft = {
  id: string;
  title: string;
  introduction: string;
  closing: string;
  signedOn: CivilDate;
  arrangement: SummaryArrangement;
  sections: readonly Section[];
  includesFiled: boolean;
  withTable: boolean;
  version: number;
  orderVersion: number;
  periodCode: PeriodCode;
  plan: { code: string; title: string };
  changedAt: Date;
  changedBy: string;
};

export type DraftCounts = {
  units: number;
  entries: number;
  reports: number;
  edited: number;
  due: number;
  newer: number;
  addable: number;
};

export type DraftEdit = { text: string | null; version: number; editedFrom: number; by: string; at: Date };

export type DraftEntry = {
  id: string;
  reportId: string;
  agencyName: string;
  taskCode: string;
  taskText: string;
  versionNumber: number;
  receiptNumber: string;
  filedAt: Date;
  status: ReportStatus;
  latest: number;
  sourceStatus: SourceStatus;
  content: EntryContent | null;
  edits: Partial<Record<Section, DraftEdit>>;
};

export type DraftUnit = { position: number; entries: readonly DraftEntry[] };

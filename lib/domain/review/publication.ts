import type { PeriodCode } from '@/lib/domain/calendar/period';
import {
  type EntryContent,
  type EntryForm,
  fieldsOfKind,
  noticeForm,
  type PublicPart,
  publicParts,
  type Tick,
} from '@/lib/domain/report/entry';
import type { ReportSnapshot, SnapshotEntry } from '@/lib/domain/report/report-snapshot';

export type PublishedEntry = { taskCode: string; taskText: string } & Record<Tick, boolean> &
  Partial<Pick<EntryContent, PublicPart>>;

/** The published content: a copy that holds the chosen parts and nothing else. */
export type PublishedContent = {
  plan: { code: string; title: string };
  agency: { code: string; name: string };
  quarter: PeriodCode;
  sections: PublicPart[];
  entries: PublishedEntry[];
};

/** The ticks of an entry, each only where the section goes out that it stands under. */
function publishedTicks(entry: SnapshotEntry, kept: readonly PublicPart[], form: EntryForm): Record<Tick, boolean> {
  const ticks = fieldsOfKind('tick', form).map(({ key, under }) => [key, kept.includes(under) && entry[key]]);
  return Object.fromEntries(ticks) as Record<Tick, boolean>;
}

/**
 * Takes the chosen parts out of a filed snapshot. Neither contacts, lights, reasons nor review comments go out;
 * a confirmation (无进展, 无存在问题) goes out only with the section that it stands for.
 */
export function publishedContent(
  snapshot: ReportSnapshot,
  chosen: readonly PublicPart[],
  form: EntryForm = noticeForm,
): PublishedContent {
  const kept = publicParts(form).filter((part) => chosen.includes(part));
  return {
    plan: snapshot.plan,
    agency: snapshot.agency,
    quarter: snapshot.quarter,
    sections: kept,
    entries: snapshot.entries.map((entry) => ({
      taskCode: entry.taskCode,
      taskText: entry.taskText,
      ...publishedTicks(entry, kept, form),
      ...Object.fromEntries(kept.map((part) => [part, entry[part]])),
    })),
  };
}

import { EvidenceList } from '@/components/evidence/evidence-list';
import { EarlierDifference, type EarlierVersion } from '@/components/reports/differences/earlier-difference';
import { PartContent } from '@/components/reports/part-content';
import { RemarkNotes } from '@/components/review/remarks/remark-notes';
import { WrittenText } from '@/components/ui/written-text';
import { missingFields } from '@/lib/domain/report/completeness';
import {
  type EntryContent,
  type EntryForm,
  type EntryKey,
  type Section,
  sectionsOf,
  shortParts,
  ticksUnder,
} from '@/lib/domain/report/entry';
import {
  excuseOf,
  isContradicted,
  isNothingDue,
  type SectionSays,
  sectionSays,
} from '@/lib/domain/report/section-says';
import { type Remark, remarksAbout } from '@/lib/domain/review/remarks';
import type { EvidenceByTask } from '@/lib/evidence/data';
import { fieldLabel, formWords, type NoticeTick, ownConfirmation, ownNothingDue } from '@/lib/text/entry-words';
import { taskNumber, taskWords } from '@/lib/text/task-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { commentsOn, type ReviewComment } from './review-comments';
import { SectionReason } from './section-reason';

type TextEntry = EntryContent & { taskId: string; taskCode: string; taskText: string };

type ReportTextProps = {
  form: EntryForm;
  entries: readonly TextEntry[];
  /** Gives the address at which a missing part can be filled in; without it, missing parts have no link. */
  editHref?: (taskCode: string, field: EntryKey) => string;
  /** The division's comments from its return of the report, shown at the task or section that they concern. */
  comments?: readonly ReviewComment[];
  /** The division's remarks to the agency on a filed version. */
  remarks?: readonly Remark[];
  /** An earlier filed version, whose differences can be expanded. */
  earlier?: EarlierVersion | null;
  evidence?: EvidenceByTask;
};

type PartProps = {
  form: EntryForm;
  entry: TextEntry;
  missing: readonly EntryKey[];
  editHref: ReportTextProps['editHref'];
};
type SectionTextProps = PartProps &
  Pick<ReportTextProps, 'earlier'> & { section: Section; reason?: string; remarks: readonly Remark[] };

/** Names a missing part, with a link to its field. */
function MissingPart({ form, entry, field, missing, editHref }: PartProps & { field: EntryKey }) {
  const t = useT();
  if (!missing.includes(field)) return null;
  return (
    <p className="font-medium text-danger">
      {t('filing.text.missing', { field: fieldLabel(t, form, field) })}
      {editHref && (
        <a
          href={editHref(entry.taskCode, field)}
          aria-label={t('filing.check.fillField', { field: fieldLabel(t, form, field) })}
          className="link no-print ml-3 font-normal"
        >
          {t('filing.check.fill')}
        </a>
      )}
    </p>
  );
}

/** Gives the confirmation that replaces a section's text. */
function confirmationOf(t: Translate, says: SectionSays, form: EntryForm, section: Section): string | null {
  const { confirmed } = says;
  if (isNothingDue(says)) return ownNothingDue(t, form, section) ?? t('filing.text.noResults', formWords(t, form));
  if (!confirmed) return null;
  const own = ownConfirmation(t, form, confirmed);
  if (own !== null) return own;
  if (confirmed.reason === '') return t(`filing.text.${confirmed.tick as NoticeTick}`, formWords(t, form));
  return t('filing.text.noProgressBecause', { ...formWords(t, form), reason: confirmed.reason });
}

function SectionText({ section, reason, remarks, earlier, ...part }: SectionTextProps) {
  const t = useT();
  const { form, entry } = part;
  const says = sectionSays(entry, section, form);
  const confirmation = confirmationOf(t, says, form, section);
  const excusedBy = excuseOf(section, form);
  return (
    <div>
      <h3 className="font-semibold">{fieldLabel(t, form, section)}</h3>
      {reason && <SectionReason text={reason} />}
      {confirmation && <p className="text-muted">{confirmation}</p>}
      <WrittenText text={says.text} />
      {part.editHref && excusedBy && isContradicted(says) && (
        <p className="text-sm font-medium text-warning">
          {t('filing.text.contradiction', { confirmation: fieldLabel(t, form, excusedBy) })}
        </p>
      )}
      <RemarkNotes remarks={remarksAbout(remarks, entry.taskId, section)} />
      <MissingPart {...part} field={section} />
      {ticksUnder(section, form).map(({ reason }) => reason && <MissingPart key={reason} {...part} field={reason} />)}
      <EarlierDifference earlier={earlier} entry={entry} part={section} form={form} />
    </div>
  );
}

type EntryTextProps = Omit<ReportTextProps, 'entries'> & { entry: TextEntry };

function EntryText({ form, entry, editHref, comments = [], remarks = [], earlier, evidence }: EntryTextProps) {
  const t = useT();
  const { comment, sectionComments } = commentsOn(comments, entry.taskId);
  const missing = editHref ? missingFields(entry, form) : [];
  return (
    <section
      aria-labelledby={`text-${entry.taskCode}`}
      className="grid gap-4 border-t border-line pt-5 first:border-t-0 first:pt-0"
    >
      <div>
        <h2 id={`text-${entry.taskCode}`} className="text-lg font-bold text-accent-strong">
          {t('filing.task', { number: taskNumber(entry.taskCode) })}
        </h2>
        <p>{taskWords(entry.taskText)}</p>
      </div>
      {comment && <SectionReason text={comment} />}
      <RemarkNotes remarks={remarksAbout(remarks, entry.taskId, null)} />
      {shortParts(form).map((part) => (
        <div key={part}>
          <h3 className="font-semibold">{fieldLabel(t, form, part)}</h3>
          <PartContent entry={entry} part={part} />
          <MissingPart form={form} entry={entry} field={part} missing={missing} editHref={editHref} />
          <EarlierDifference earlier={earlier} entry={entry} part={part} form={form} />
        </div>
      ))}
      {sectionsOf(form).map((section) => (
        <SectionText
          key={section}
          form={form}
          entry={entry}
          section={section}
          missing={missing}
          editHref={editHref}
          reason={sectionComments[section]}
          remarks={remarks}
          earlier={earlier}
        />
      ))}
      <EvidenceList files={evidence?.get(entry.taskId)} />
      <EarlierDifference earlier={earlier} entry={entry} part="evidence" form={form} />
    </section>
  );
}

/** A report as its recipient will read it: text, not fields. */
export function ReportText({ entries, ...rest }: ReportTextProps) {
  return (
    <div className="grid gap-6">
      {entries.map((entry) => (
        <EntryText key={entry.taskId} entry={entry} {...rest} />
      ))}
    </div>
  );
}

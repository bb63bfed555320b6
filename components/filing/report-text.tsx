import { Light, type LightTone } from '@/components/ui/light';
import {
  type EntryContent,
  type EntryField,
  missingFields,
  type ProgressLight,
  sections,
} from '@/lib/domain/completeness';
import { t } from '@/lib/messages/translator';

type TextEntry = EntryContent & { taskId: string; taskCode: string; taskText: string };

type ReportTextProps = {
  entries: readonly TextEntry[];
  /** Where a part that is missing can be filled in; without it the report is read as it stands. */
  editHref?: (taskCode: string, field: EntryField) => string;
  comments?: ReadonlyMap<string, string>;
};

const tones: Record<ProgressLight, LightTone> = {
  normal: 'green',
  attention: 'yellow',
  blocked: 'red',
  completed: 'blue',
};

function Missing({ href }: { href: string | undefined }) {
  return (
    <p className="font-medium text-danger">
      {t('filing.text.missing')}
      {href && (
        <a href={href} className="link no-print ml-3 font-normal">
          {t('filing.check.fill')}
        </a>
      )}
    </p>
  );
}

/** What an entry confirms in place of a section's text. */
function confirmationOf(entry: TextEntry, section: (typeof sections)[number]): string | null {
  if (section === 'problems') return entry.noProblems ? t('filing.text.noProblems') : null;
  if (!entry.noProgress || section === 'nextSteps') return null;
  if (section === 'results') return t('filing.text.noResults');
  return entry.noProgressReason.trim() === ''
    ? t('filing.text.noProgress')
    : t('filing.text.noProgressBecause', { reason: entry.noProgressReason });
}

type PartProps = { entry: TextEntry; missing: readonly EntryField[]; editHref: ReportTextProps['editHref'] };

function SectionText({ entry, section, missing, editHref }: PartProps & { section: (typeof sections)[number] }) {
  const confirmation = confirmationOf(entry, section);
  const lacks: EntryField | null =
    section === 'progress' && missing.includes('noProgressReason')
      ? 'noProgressReason'
      : missing.includes(section)
        ? section
        : null;
  return (
    <div>
      <h3 className="font-semibold">{t(`sections.${section}`)}</h3>
      {confirmation && <p className="text-muted">{confirmation}</p>}
      {entry[section].trim() !== '' && <p className="whitespace-pre-wrap">{entry[section]}</p>}
      {lacks && <Missing href={editHref?.(entry.taskCode, lacks)} />}
    </div>
  );
}

function EntryText({
  entry,
  number,
  editHref,
  comment,
}: { entry: TextEntry; number: number; comment?: string } & Pick<ReportTextProps, 'editHref'>) {
  const missing = editHref ? missingFields(entry) : [];
  return (
    <section
      aria-labelledby={`text-${entry.taskCode}`}
      className="grid gap-4 border-t border-line pt-5 first:border-t-0 first:pt-0"
    >
      <div>
        <h2 id={`text-${entry.taskCode}`} className="text-lg font-bold text-accent-strong">
          {t('filing.task', { number })}
        </h2>
        <p>{entry.taskText}</p>
      </div>
      {comment && (
        <p className="border-l-4 border-warning bg-warning-soft px-4 py-2 whitespace-pre-wrap">
          <strong className="font-semibold">{t('filing.editor.comment')}：</strong>
          {comment}
        </p>
      )}
      <div>
        <h3 className="font-semibold">{t('fields.light')}</h3>
        {entry.light && <Light tone={tones[entry.light]}>{t(`progressLights.${entry.light}`)}</Light>}
        {missing.includes('light') && <Missing href={editHref?.(entry.taskCode, 'light')} />}
      </div>
      {sections.map((section) => (
        <SectionText key={section} entry={entry} section={section} missing={missing} editHref={editHref} />
      ))}
    </section>
  );
}

/** A report as whoever receives it will read it: text, not fields. */
export function ReportText({ entries, editHref, comments }: ReportTextProps) {
  return (
    <div className="grid gap-6">
      {entries.map((entry, index) => (
        <EntryText
          key={entry.taskId}
          entry={entry}
          number={index + 1}
          editHref={editHref}
          comment={comments?.get(entry.taskId)}
        />
      ))}
    </div>
  );
}

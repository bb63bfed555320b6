import { Fragment } from 'react';
import { findPersonalNumbers } from '@/lib/domain/report/personal-numbers';
import { type TextTable, textBlocks } from '@/lib/domain/report/text-tables';
import { useT } from '@/lib/text/use-t';

type WordsProps = { text: string; marksNumbers?: boolean };

/** Words with a mark on each number of a person, if that is asked for. */
function Words({ text, marksNumbers }: WordsProps) {
  const t = useT();
  const numbers = marksNumbers ? findPersonalNumbers(text) : [];
  if (numbers.length === 0) return text;
  return (
    <>
      {numbers.map(({ kind, start, end }, index) => (
        <Fragment key={start}>
          {text.slice(numbers[index - 1]?.end ?? 0, start)}
          <mark title={t(`personalNumbers.kinds.${kind}`)} className="personal-number">
            {text.slice(start, end)}
            <span className="sr-only">{t('personalNumbers.mark', { kind: t(`personalNumbers.kinds.${kind}`) })}</span>
          </mark>
        </Fragment>
      ))}
      {text.slice(numbers[numbers.length - 1]?.end)}
    </>
  );
}

function WrittenTable({ table, marksNumbers }: { table: TextTable; marksNumbers: boolean | undefined }) {
  const t = useT();
  const cells = (row: readonly string[], Cell: 'th' | 'td') =>
    row.map((cell, column) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their place
      <Cell key={column} {...(Cell === 'th' && { scope: 'col' })}>
        <Words text={cell} marksNumbers={marksNumbers} />
      </Cell>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys
    <section className="written-table" aria-label={t('ui.table')} tabIndex={0}>
      <table>
        {table.header && (
          <thead>
            <tr>{cells(table.header, 'th')}</tr>
          </thead>
        )}
        <tbody>
          {table.rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
            <tr key={place}>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A text that somebody wrote: its lines as they are, and its tables as tables, which scroll within themselves. */
export function WrittenText({ text, marksNumbers, className = '' }: WordsProps & { className?: string }) {
  const blocks = textBlocks(text);
  if (blocks.length === 0) return null;
  return (
    <div className={`grid min-w-0 gap-2 ${className}`}>
      {blocks.map((block, place) =>
        block.kind === 'table' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no name but their place
          <WrittenTable key={place} table={block} marksNumbers={marksNumbers} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <p key={place} className="whitespace-pre-wrap">
            <Words text={block.text} marksNumbers={marksNumbers} />
          </p>
        ),
      )}
    </div>
  );
}

import type { NoticeParagraph } from './notice-paragraphs';

const looks: Record<NoticeParagraph['kind'], string> = {
  addressee: 'font-medium',
  body: 'indent-[2em]',
  annex: 'mt-6 pl-[2em]',
  date: 'mt-8 text-right md:pr-[2em]',
  contact: 'pl-[2em]',
};

/** A notice in the form in which it was issued: title, addressees, text, annex named, date, contact. */
export function NoticeDocument({ title, paragraphs }: { title: string; paragraphs: readonly NoticeParagraph[] }) {
  return (
    <div className="mx-auto max-w-[46rem] text-lg">
      <h2 className="mx-auto mb-8 max-w-[30em] text-center font-serif text-2xl font-bold">{title}</h2>
      <div className="grid gap-3 leading-8">
        {paragraphs.map(({ kind, text }) => (
          <p key={text} className={looks[kind]}>
            {text}
          </p>
        ))}
      </div>
    </div>
  );
}

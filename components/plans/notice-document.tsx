import { letterheadLines, type NoticeParagraph } from '@/lib/text/notice-paragraphs';

const appearances: Record<NoticeParagraph['kind'], string> = {
  addressee: 'font-medium',
  body: 'indent-[2em]',
  annex: 'mt-6 pl-[2em]',
  date: 'mt-8 text-right md:pr-[2em]',
  contact: 'pl-[2em]',
};

function Letterhead({ title }: { title: string }) {
  const { issuer, subject } = letterheadLines(title);
  return (
    <h2 className="mb-8 text-center font-serif text-xl font-bold md:text-[1.4rem]">
      {issuer && <span className="block">{issuer}</span>}
      {subject}
    </h2>
  );
}

/** A notice in its original form: title, addressees, text, name of the annex, date, contact. */
export function NoticeDocument({ title, paragraphs }: { title: string; paragraphs: readonly NoticeParagraph[] }) {
  return (
    <div className="mx-auto max-w-[46rem] text-lg">
      <Letterhead title={title} />
      <div className="grid gap-3 leading-8">
        {paragraphs.map(({ kind, text }) => (
          <p key={text} className={appearances[kind]}>
            {text}
          </p>
        ))}
      </div>
    </div>
  );
}

export type NoticeParagraph = { kind: 'addressee' | 'body' | 'annex' | 'date' | 'contact'; text: string };

function kindOf(line: string, before: NoticeParagraph | undefined): NoticeParagraph['kind'] {
  if (!before && /[:：]$/.test(line)) return 'addressee';
  if (/^附\s*件\s*[:：]/.test(line)) return 'annex';
  if (/^\d{4}年\d{1,2}月\d{1,2}日$/.test(line)) return 'date';
  if (before?.kind === 'date' || before?.kind === 'contact') return 'contact';
  // The title of the annex continues on the following lines, as on paper.
  return before?.kind === 'annex' ? 'annex' : 'body';
}

/** Gives the paragraphs of a notice's text, which is stored line by line as it was issued. */
export function noticeParagraphs(noticeText: string): NoticeParagraph[] {
  const paragraphs: NoticeParagraph[] = [];
  for (const line of noticeText.split('\n').filter(Boolean)) {
    const before = paragraphs.at(-1);
    const kind = kindOf(line, before);
    if (kind === 'annex' && before?.kind === 'annex') before.text += line;
    else paragraphs.push({ kind, text: line });
  }
  return paragraphs;
}

/** Gives the title of the annex as the notice's text names it, without the word 附件; '' where it names none. */
export function annexTitle(paragraphs: readonly NoticeParagraph[]): string {
  const annex = paragraphs.find(({ kind }) => kind === 'annex');
  return annex?.text.replace(/^附\s*件\s*[:：]\s*/, '') ?? '';
}

/** Breaks a letterhead after 关于, as on paper: first the issuer, then the subject. */
export function letterheadLines(title: string): { issuer: string; subject: string } {
  const issuer = /^.+?关于/.exec(title)?.[0] ?? '';
  return { issuer, subject: title.slice(issuer.length) };
}

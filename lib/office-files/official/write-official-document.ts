import 'server-only';
import { type ZipPart, zipped } from '@/lib/office-files/streamed-zip';
import { escaped } from '@/lib/office-files/xml-text';
import { formatDate } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { blankLine, blockXml, paragraph, signatureXml, titleParagraph } from './document-xml';
import { areaWidth, charactersInLine, type PageForm, size, twoCharacters } from './measures';
import type { Annex, OfficialBlock, OfficialDocument } from './official-document';
import { buildTemplate, fonts, textPart } from './template';

const red = 'FF0000';

/** The name in red, and the red line below it. */
function redHeaderXml(issuer: string): string {
  const t = getT();
  const line =
    '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="18" w:space="1" w:color="FF0000"/></w:pBdr></w:pPr></w:p>';
  const name = { align: 'center', font: fonts(t).title, size: 72, color: red, isPlain: true, line: 1100 } as const;
  return `${paragraph(t('documents.redHeader', { issuer }), name)}${line}${blankLine}`;
}

/** 附件说明 (list of annexes): after one blank line below the text, each title on its own line. */
function annexList(annexes: readonly Annex[]): string {
  const t = getT();
  const lines = annexes.map(({ title }, index) =>
    index === 0
      ? t('documents.annexFirst', { number: annexes.length > 1 ? '1.' : '', title })
      : t('documents.annexNext', { number: index + 1, title }),
  );
  const written = lines.map((line) => paragraph(line, { firstLine: twoCharacters, keepWithNext: true }));
  return paragraph('', { keepWithNext: true }) + written.join('');
}

const saysNothing = (block: OfficialBlock) => block.kind === 'paragraph' && block.text.trim() === '';

/**
 * Three lines: some programs move a whole paragraph to the next page, so a longer one would leave a page half empty.
 */
const mostTakenOver = 3 * charactersInLine;
const isShort = (block: OfficialBlock) => block.kind === 'paragraph' && block.text.length <= mostTakenOver;

/** The text of a document. Its end is kept together with the signature, so that no page holds a signature alone. */
async function* bodyXml({ blocks, signature }: OfficialDocument): AsyncGenerator<string> {
  let held: OfficialBlock | undefined;
  for await (const block of blocks) {
    if (saysNothing(block)) continue;
    if (held) yield* blockXml(held, areaWidth.portrait);
    held = block;
  }
  if (held) yield* blockXml(held, areaWidth.portrait, { keepWithNext: signature !== undefined && isShort(held) });
}

async function* mainText(document: OfficialDocument): AsyncGenerator<string> {
  const t = getT();
  const { title, addressee, annexes = [], signature, redHeader } = document;
  if (redHeader) yield redHeaderXml(redHeader.issuer);
  yield titleParagraph(title) + blankLine;
  if (addressee) yield paragraph(t('documents.addressee', { addressee }));
  yield* bodyXml(document);
  if (annexes.length > 0) yield annexList(annexes);
  if (signature) yield signatureXml(signature.issuer, formatDate(signature.signedOn));
}

async function* annexText({ title, blocks }: Annex, number: number | null, form: PageForm): AsyncGenerator<string> {
  const t = getT();
  yield paragraph(t('documents.annexMark', { number: number ?? '' }), { font: fonts(t).heading, size: size.body });
  yield blankLine + titleParagraph(title) + blankLine;
  for await (const block of blocks) yield* blockXml(block, areaWidth[form]);
}

async function* wholeText(document: OfficialDocument, around: readonly string[]): AsyncGenerator<string> {
  const annexes = document.annexes ?? [];
  yield around[0] ?? '';
  yield* mainText(document);
  for (const [index, annex] of annexes.entries()) {
    yield around[index + 1] ?? '';
    yield* annexText(annex, annexes.length > 1 ? index + 1 : null, formOf(annex));
  }
  yield around.at(-1) ?? '';
}

const formOf = ({ isLandscape }: Annex): PageForm => (isLandscape ? 'landscape' : 'portrait');

/**
 * Writes a document as .docx in the form of GB/T 9704-2012 as a stream: however many blocks there are, only a chunk is
 * in memory. The same document gives the same bytes.
 */
export async function* writeOfficialDocument(document: OfficialDocument): AsyncGenerator<Uint8Array> {
  const forms: PageForm[] = ['portrait', ...(document.annexes ?? []).map(formOf)];
  const { parts, around } = await buildTemplate(
    forms,
    escaped(document.title.replaceAll('\n', '')),
    document.writtenAt,
  );
  const written: ZipPart[] = [...parts].map(([name, content]) => ({ name, content }));
  yield* zipped([...written, { name: textPart, content: wholeText(document, around) }]);
}

import 'server-only';
import {
  AlignmentType,
  Document,
  Footer,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { getT } from '@/lib/text/get-t';
import type { Translate } from '@/lib/text/translator';
import { characterSpacing, footerDistance, linePitch, margins, type PageForm, paper, size } from './measures';

/** Commercial fonts that offices have; named in the document, never embedded. */
export const fonts = (t: Translate) => ({
  title: t('documents.fonts.title'),
  body: t('documents.fonts.body'),
  heading: t('documents.fonts.heading'),
  subheading: t('documents.fonts.subheading'),
  number: t('documents.fonts.number'),
});

/** Substitutes on a machine without these fonts: similar characters of the same width. */
const substitutes = (t: Translate) => ({
  [fonts(t).title]: t('documents.substitutes.title'),
  [fonts(t).body]: t('documents.substitutes.body'),
  [fonts(t).subheading]: t('documents.substitutes.subheading'),
});

const fontOf = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });

function footer(alignment: 'left' | 'right'): Footer {
  const t = getT();
  const run = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: fontOf(fonts(t).number),
    size: size.pageNumber,
  });
  // One character in from the edge of the type area.
  const indent = { [alignment]: size.pageNumber * 10 };
  return new Footer({ children: [new Paragraph({ alignment, indent, children: [run] })] });
}

const placeOf = (index: number) => `@body-${index}@`;

function section(form: PageForm, index: number): ISectionOptions {
  const orientation = form === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    properties: {
      page: {
        size: { ...paper, orientation },
        margin: { ...margins[form], header: 0, footer: footerDistance(form) },
      },
    },
    footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
    children: [new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, text: placeOf(index) })],
  };
}

function properties(xml: string, title: string, writtenAt: Date): string {
  return xml
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${writtenAt.toISOString()}`)
    .replaceAll(/(<(?:dc:creator|cp:lastModifiedBy)>)[^<]*/g, '$1')
    .replace('<dc:creator>', (creator) => `<dc:title>${title}</dc:title>${creator}`);
}

export type Template = {
  /** Every part of the file except the text, by its name in the file. */
  parts: Map<string, Uint8Array>;
  /** The text's XML around the content of each section that is still to be written. */
  around: string[];
};

export const textPart = 'word/document.xml';
const propertiesPart = 'docProps/core.xml';
const fontsPart = 'word/fontTable.xml';

function withSubstitutes(xml: string): string {
  const t = getT();
  const named = Object.entries(substitutes(t)).map(
    ([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/></w:font>`,
  );
  return xml.replace(/(<w:fonts\b[^>]*)\/>/, `$1>${named.join('')}</w:fonts>`);
}

async function buildBareTemplate(forms: readonly PageForm[]): Promise<Template> {
  const t = getT();
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: fontOf(fonts(t).body), size: size.body, characterSpacing },
          paragraph: { spacing: { line: linePitch, lineRule: LineRuleType.EXACT } },
        },
      },
    },
    sections: forms.map(section),
  });
  const parts = new Map(Object.entries(unzipSync(new Uint8Array(await Packer.toBuffer(document)))));
  const read = (part: string) => strFromU8(parts.get(part) ?? new Uint8Array());
  const text = read(textPart);
  parts.delete(textPart);
  parts.set(fontsPart, new TextEncoder().encode(withSubstitutes(read(fontsPart))));
  return { parts, around: splitAtPlaces(text, forms.length) };
}

/** Templates by the forms of their sections; there are few forms, so each template is built once. */
const bareTemplates = new Map<string, Promise<Template>>();

/** Gives a document of empty sections, with all formatting that the paragraphs do not contain themselves. */
export async function buildTemplate(forms: readonly PageForm[], title: string, writtenAt: Date): Promise<Template> {
  const key = forms.join(' ');
  const bare = bareTemplates.get(key) ?? buildBareTemplate(forms);
  bareTemplates.set(key, bare);
  const { parts, around } = await bare;
  const core = strFromU8(parts.get(propertiesPart) ?? new Uint8Array());
  const own = new TextEncoder().encode(properties(core, title, writtenAt));
  return { parts: new Map([...parts, [propertiesPart, own]]), around };
}

/** Splits the text before each placeholder paragraph; that paragraph stays, emptied, and ends its section. */
function splitAtPlaces(text: string, sections: number): string[] {
  const around: string[] = [];
  let rest = text;
  for (let index = 0; index < sections; index += 1) {
    const place = rest.indexOf(placeOf(index));
    const begin = Math.max(rest.lastIndexOf('<w:p>', place), rest.lastIndexOf('<w:p ', place));
    around.push(rest.slice(0, begin));
    rest = rest.slice(begin).replace(placeOf(index), '');
  }
  return [...around, rest];
}

import { describe, expect, test } from 'vitest';
import {
  isBomb,
  packageBounds,
  refuseMediaType,
  refuseName,
  refuseRelationship,
  unsafeContents,
} from '@/lib/domain/report/evidence-content';
import { tagsOf } from '@/lib/server/files/markup-tags';
import { catalogue } from '@/lib/text/zh-CN/catalogue';

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const external = (type: string, target: string) => refuseRelationship({ type, target, isExternal: true });
const internal = (type: string, target: string) => refuseRelationship({ type, target, isExternal: false });

describe('what a document may refer to', () => {
  test.each([
    ['https://www.gov.cn', null],
    ['mailto:li@example.gov.cn', null],
    ['file:///C:/Users/li/附件.docx', null],
  ])('a hyperlink may lead to %s', (target, kind) => {
    expect(external(`${relations}/hyperlink`, target)).toBe(kind);
    expect(external(`${strict}/hyperlink`, target)).toBe(kind);
  });

  test.each([
    ['http://evil.example/t.dotm', 'template'],
    ['file://evil/share/t.dotm', 'template'],
    ['file:///\\\\evil\\share\\t.dotm', 'template'],
    ['\\\\evil\\share\\t.dotm', 'template'],
    ['file:///C:\\Users\\li\\公文.dotx', null],
    ['D:\\模板\\公文.dotx', null],
    ['file:///C:%5CUsers%5Cli%5C公文.dotx', null],
  ])('a template at %s is refused unless it lies on a disk of its own', (target, kind) => {
    expect(external(`${relations}/attachedTemplate`, target)).toBe(kind);
  });

  test('what is fetched is refused by its kind, whether it is said to lie outside or only does', () => {
    expect(external(`${strict}/image`, 'http://a/b.png')).toBe('picture');
    expect(internal(`${relations}/image`, 'http://a/b.png')).toBe('picture');
    expect(internal(`${relations}/image`, '//a/b.png')).toBe('picture');
    expect(external(`${relations}/oleObject`, 'file:///C:/a.xlsx')).toBe('link');
    expect(external(`${relations}/externalLinkPath`, '台账.xlsx')).toBe('link');
    expect(external(`${relations}/subDocument`, 'part.docx')).toBe('link');
    expect(internal(`${relations}/image`, 'media/image1.png')).toBeNull();
    expect(internal(`${relations}/theme`, '/word/theme/theme1.xml')).toBeNull();
  });
});

test('parts are refused by their names and media types, whatever their case', () => {
  expect(['word/VBAProject.BIN', 'xl/macrosheets/sheet1.xml', 'word/vbaProjectSignature.bin'].map(refuseName)).toEqual([
    'macros',
    'macros',
    'macros',
  ]);
  expect(['word/document.xml', 'word/media/image1.png', 'xl/printerSettings/p.bin'].map(refuseName)).toEqual([
    null,
    null,
    null,
  ]);
  expect(refuseMediaType('application/vnd.ms-excel.sheet.MacroEnabled.main+xml')).toBe('macros');
  expect(refuseMediaType('application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml')).toBe('link');
  expect(refuseMediaType('application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml')).toBeNull();
});

test('a container is a bomb by its parts, by its size, and by its ratio only if it is large', () => {
  const { entries, bytes, ratio, smallest } = packageBounds;
  const usual = { entries: 20, packed: 1_000_000, unpacked: 5_000_000 };
  expect(isBomb(usual)).toBe(false);
  expect(isBomb({ ...usual, entries: entries + 1 })).toBe(true);
  expect(isBomb({ ...usual, packed: bytes, unpacked: bytes })).toBe(false);
  expect(isBomb({ ...usual, packed: bytes, unpacked: bytes + 1 })).toBe(true);
  expect(isBomb({ entries: 1, packed: 1_000, unpacked: smallest })).toBe(false);
  expect(isBomb({ entries: 1, packed: 1_000_000, unpacked: 1_000_000 * ratio + 1 })).toBe(true);
});

describe('the tags of a part', () => {
  const names = (text: string) => tagsOf(Buffer.from(text))?.map(({ name }) => name) ?? null;

  test('tags and attributes are read without prefixes, comments, instructions and sections', () => {
    const text = `<?xml version="1.0"?><!-- <a/> --><p:a x:b='1 &amp; &#x32;' c = "d"><b/><![CDATA[<c/>]]>text</p:a>`;
    expect(tagsOf(Buffer.from(text))).toEqual([
      { name: 'a', attributes: { b: '1 & 2', c: 'd' } },
      { name: 'b', attributes: {} },
    ]);
  });

  test.each(['<!DOCTYPE a><a/>', '<a', '<a b=c/>', '<a b="<"/>', '<a b="1" "2"/>', '< a/>', '<a/>\u0000<'])(
    'what is no plain XML is not read at all: %s',
    (text) => {
      expect(names(text)).toBeNull();
    },
  );

  test('a long part that never closes a tag is given up at once', () => {
    expect(names(`<a ${'b="" '.repeat(200_000)}`)).toBeNull();
    expect(names(`<a${' '.repeat(1_000_000)}`)).toBeNull();
  });
});

test('the catalogue has words for each content that is refused, and for no other', () => {
  expect(Object.keys(catalogue.evidence.unsafe).toSorted()).toEqual([...unsafeContents].toSorted());
});

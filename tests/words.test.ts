import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, sourcesUnder } from './support/source-files';

/** Names of stored data, of libraries and of the alphabet that are spelled like a metaphor and stay. */
const keptNames: Record<string, string> = {
  ladder: 'the key of a chasing schedule in the detail of stored events',
  columnLetters: 'letters of the alphabet, which name the columns of a sheet',
  letters: 'letters of the alphabet, which name the columns of a sheet',
  deadLetter: 'an option of the queue library',
  lookUp: 'a receipt is looked up',
  lookUpReceipt: 'a receipt is looked up',
  lookUpReceiptFrom: 'a receipt is looked up',
  lookAt: 'a page is looked at',
};

const metaphors = new Set(
  [
    ['wall', 'walls', 'ladder', 'ladders', 'rung', 'rungs', 'seat', 'seats', 'outlet', 'outlets', 'ears'],
    ['told', 'untold', 'tell', 'tells', 'telling', 'unasked', 'carrier', 'carriers', 'letter', 'letters'],
    ['stretch', 'stretches', 'reach', 'look', 'looks', 'shell', 'shells', 'patience'],
    ['standing', 'standings', 'room', 'rooms', 'inbox'],
  ].flat(),
);

// In prose many of these words are ordinary English ("press Enter", "capital letters", "room for three lines").
const inProse =
  /\b(walls?|ladders?|rungs?|seats?|outlets?|ears|untold|telling|unasked|carriers?|stretch(es)?|shells?|patience|held back|standings?(?! (in|on|still)\b))\b/i;

const wordsOf = (name: string) =>
  name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).map((word) => word.toLowerCase());

const commentForms = /(?<=^|[\s{(,;])\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$(?:\n[ \t]*\/\/.*$)*/gm;

/** The comments of a source or a schema, each as one line without its marks. */
function commentsIn(text: string): string[] {
  const plain = (comment: string) =>
    comment
      .replace(/^[ \t]*(\/\*\*?|\/\/+|\*\/?)|\*\/$/gm, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  return [...text.matchAll(commentForms)].map(([comment]) => plain(comment));
}

/** Comments that open with a free relative clause: they name a thing and do not say it. */
function riddlesIn(text: string): string[] {
  return commentsIn(text).filter((comment) => /^(What|Who|Whoever|Whatever|How|Where|Why)\b/.test(comment));
}

const quoted = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
const valuesIn = (template: string) => [...template.matchAll(/\$\{([^{}]*)\}/g)].map(([, value]) => value).join(' ');

/** The names in a code without comments that hold a metaphor; what is quoted is data. */
function metaphorsInNames(code: string): string[] {
  const names =
    code.replace(quoted, (text) => (text.startsWith('`') ? ` ${valuesIn(text)} ` : ' ')).match(/[A-Za-z_$][\w$]*/g) ??
    [];
  return names.filter((name) => !(name in keptNames) && wordsOf(name).some((word) => metaphors.has(word)));
}

/** Metaphors in sentences: the comments of a file, and with `titles` the sentences that it quotes. */
function metaphorsInSentences(text: string, code: string, titles: boolean): string[] {
  const isSentence = (one: string) => one.includes(' ') && !/\b(SELECT|INSERT|UPDATE|DELETE|FROM|JOIN)\b/.test(one);
  const sentences = titles ? [...code.matchAll(quoted)].map(([one]) => one).filter(isSentence) : [];
  return [...commentsIn(text), ...sentences].filter((sentence) => inProse.test(sentence));
}

/** Whether the name of a file or of its folders holds a metaphor. */
function isMetaphor(file: string): boolean {
  return wordsOf(file).some((word) => metaphors.has(word) || word === 'counting');
}

const isThisFile = (file: string) => file === 'tests/words.test.ts';
const schemas = readdirSync(path.join(root, 'prisma'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.prisma'))
  .map((file) => ({ path: `prisma/${file}`, text: readFileSync(path.join(root, 'prisma', file), 'utf8'), code: '' }));
const sources = [...sourcesUnder('app', 'components', 'lib', 'prisma', 'scripts', 'tests'), ...schemas].filter(
  (file) => !isThisFile(file.path),
);
const found = (search: (file: (typeof sources)[number]) => string[]) =>
  sources.flatMap((file) => [...new Set(search(file))].map((hit) => `${file.path}: ${hit}`));

describe('the words of this project', () => {
  test('no comment opens with What, Who, How, Where or Why', () => {
    expect(found(({ text }) => riddlesIn(text))).toEqual([]);
  });

  test('no name of the code is a metaphor', () => {
    expect(found(({ code }) => metaphorsInNames(code))).toEqual([]);
  });

  test('no comment and no title of a test speaks in metaphors', () => {
    const search = (file: (typeof sources)[number]) =>
      metaphorsInSentences(file.text, file.code, file.path.startsWith('tests/'));
    expect(found(search)).toEqual([]);
  });

  test('no file is called by a metaphor, but for pages whose public address stays', () => {
    const isPublic = (file: string) => file.startsWith('app/(desk)/review/counting/');
    expect(sources.map((file) => file.path).filter((file) => !isPublic(file) && isMetaphor(file))).toEqual([]);
  });

  test('every kept name gives its reason', () => {
    expect(Object.entries(keptNames).filter(([, reason]) => reason.length < 10)).toEqual([]);
  });
});

describe('the search for words', () => {
  test.each([
    ['/** What a browser does. */', ['What a browser does.']],
    ['/**\n * Whoever asks\n * is answered.\n */', ['Whoever asks is answered.']],
    ['const a = 1; // Why not', ['Why not']],
    ['// Reads the list.\n// Who asked is not known.', []],
    ['/** Whether it answers. */', []],
    ["const address = 'https://example.org/Who'", []],
    ['  /// How often it was tried.', ['How often it was tried.']],
  ])('finds the comments of %j that open with a question', (text, riddles) => {
    expect(riddlesIn(text)).toEqual(riddles);
  });

  test.each([
    ['const rungAt = ladderOf(1)', ['rungAt', 'ladderOf']],
    ["cookies.get('portal-unasked')", []],
    [`query\`SELECT "chasingLadder" AS a, \${untold}\``, ['untold']],
    ['lookUpReceipt(columnLetters)', []],
    ['class LiveEars extends Outlet {}', ['LiveEars', 'Outlet']],
    ['const bookseller = forearms', []],
  ])('finds the metaphors in the names of %j', (code, names) => {
    expect(metaphorsInNames(code)).toEqual(names);
  });

  test.each([
    ['/** The ladder of a plan. */', '', 1],
    ['// Nobody stands here.', '', 0],
    ['', "test('a rung lies before the day', () => {})", 1],
    ['', "sql('SELECT 1 FROM wall')", 0],
    ['/** Has nobody else standing in. */', '', 0],
  ])('finds the metaphors in the sentences of %j and %j', (text, code, count) => {
    expect(metaphorsInSentences(text, code, true)).toHaveLength(count);
  });

  test.each([
    ['lib/chasing/ladder-text.ts', true],
    ['tests/e2e/counting.spec.ts', true],
    ['lib/chasing/schedule-text.ts', false],
  ])('knows whether %s is called by a metaphor', (file, is) => {
    expect(isMetaphor(file)).toBe(is);
  });
});

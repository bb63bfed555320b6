import { describe, expect, test } from 'vitest';
import { formsWithText, keptNowhere } from '../support/forms-with-text';
import { importsOf, type SourceFile, sourcesUnder } from '../support/source-files';

/** The controls themselves, and what belongs to every form, are no form. */
const isPart = (path: string) => /^components\/(ui|forms)\//.test(path);

const sources = sourcesUnder('app', 'components').filter(({ path }) => path.endsWith('.tsx') || path.endsWith('.ts'));
const known = new Set(sources.map(({ path }) => path));
const byPath = new Map(sources.map((file) => [file.path, file]));

/** A field for a file, and one that only shows an address, are not typed into. */
const textField = /<TextField\b(?![^>]*\btype="file")(?![^>]*\breadOnly\b)/;

/** An <input> without a type is one for text; hidden ones, ticks, choices, files and passwords are not. */
const textInput = /<input\b(?![^>]*\btype="(hidden|checkbox|radio|file|password|date)")(?![^>]*\breadOnly\b)[^>]*>/;
const hasTextField = ({ code }: SourceFile) =>
  /<(TextAreaField|SearchField|textarea)\b/.test(code) ||
  textField.test(code.replace(/=>/g, '')) ||
  textInput.test(code.replace(/=>/g, ''));
const usesHook = ({ code }: SourceFile) => /\buseFormAction\(/.test(code);

/** The files of a form: its own and those that it imports, but for the parts of all forms and for other forms. */
function filesOf(form: SourceFile): SourceFile[] {
  const found = new Map([[form.path, form]]);
  for (const file of found.values())
    for (const { to } of importsOf(file, known)) {
      const next = byPath.get(to);
      if (next && !isPart(to) && !usesHook(next)) found.set(to, next);
    }
  return [...found.values()];
}

const components = sources.filter(({ path }) => !isPart(path));
const forms = components.filter(usesHook);
const written = forms.filter((form) => filesOf(form).some(hasTextField));
const listed = new Set(formsWithText.map(({ file }) => file));

describe('every form into which a person types', () => {
  test('a form with a text field is in the list of forms, or in that of the fields that are kept nowhere', () => {
    const missing = written.map(({ path }) => path).filter((path) => !listed.has(path) && !(path in keptNowhere));
    expect(missing).toEqual([]);
  });

  test('a text field outside of these forms is in one of the two lists', () => {
    const covered = new Set(written.flatMap(filesOf).map(({ path }) => path));
    const editor = byPath.get('components/filing/editor/report-form.tsx') as SourceFile;
    const edited = new Set(filesOf(editor).map(({ path }) => path));
    const loose = components.filter((file) => hasTextField(file) && !covered.has(file.path) && !edited.has(file.path));
    expect(loose.map(({ path }) => path).filter((path) => !(path in keptNowhere))).toEqual([]);
  });

  test('a form names a place exactly where it has a text field that is no secret, and shows what it kept', () => {
    const placed = forms.filter(({ code }) => /\{\s*place:/.test(code));
    const wanted = written.filter(({ path }) => keptNowhere[path] !== 'secret');
    expect(placed.map(({ path }) => path)).toEqual(wanted.map(({ path }) => path));
    const silent = placed.filter((form) => !components.some((file) => shows(file, form)));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('the notice stands in the form whose fields it keeps, because it finds them there', () => {
    const loose = components.filter(({ code }) => code.split('<KeptNotice').slice(0, -1).some(isOutsideForms));
    expect(loose.map(({ path }) => path)).toEqual([]);
  });

  test('every component that the lists name is there', () => {
    const named = [...listed, ...Object.keys(keptNowhere)];
    expect(named.filter((path) => !known.has(path))).toEqual([]);
  });

  test.each([
    ['<input name="search" />', true],
    ['<input type="search" name="search" />', true],
    ['<TextField name="userName" />', true],
    ['<input type="hidden" name="reportId" value={id} />', false],
    ['<input type="checkbox" name="agencyIds" />', false],
    ['<input type="text" name="userName" readOnly hidden />', false],
  ])('a text field is recognised: %s', (code, isOne) => {
    expect(hasTextField({ path: 'a.tsx', text: code, code })).toBe(isOne);
  });
});

/** Whether no form is open at the end of the elements that the last component so far returns. */
function isOutsideForms(code: string): boolean {
  const elements = code.slice(code.lastIndexOf('return ('));
  return elements.split('<form').length <= elements.split('</form>').length;
}

/** Whether a file shows the notice of a form: its own, or one whose context it reads. */
function shows(file: SourceFile, form: SourceFile): boolean {
  if (!file.code.includes('<KeptNotice')) return false;
  return file.path === form.path || importsOf(file, known).some(({ to }) => to === form.path);
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBeforeSending, claimedKind, nameApart, refuseLie, safeFileName } from '@/lib/domain/report/evidence';
import { defaultEvidenceLimits, evidenceKinds, isReleased } from '@/lib/domain/report/evidence-files';
import { snapshotEntry } from '@/lib/domain/report/report-snapshot';
import { attachmentHeader } from '@/lib/server/files/attachment';
import { evidenceLimits } from '@/lib/server/files/evidence-settings';
import { completeEntry, storedFile } from '../support/report-states';

const codeOf = (name: string, size: number) => {
  const result = checkBeforeSending({ name, size }, defaultEvidenceLimits);
  return result.ok ? result.value : result.refusal.code;
};

describe('the name of a file', () => {
  test.each([
    ['会议纪要.pdf', '会议纪要.pdf'],
    ['C:\\Users\\me\\照片 1.JPG', '照片 1.JPG'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['a\u202Efdp.exe', 'afdp.exe'],
    ['  .隐藏.pdf ', '隐藏.pdf'],
    ['line\r\nbreak".pdf', 'linebreak.pdf'],
    ['e\u0301.pdf', '\u00E9.pdf'],
    ['///', ''],
  ])('the file name %j is kept as %j', (given, kept) => {
    expect(safeFileName(given)).toBe(kept);
  });

  test('a file name that is too long keeps its extension', () => {
    const kept = safeFileName(`${'很'.repeat(300)}长.docx`);
    expect([...kept]).toHaveLength(120);
    expect(kept.endsWith('.docx')).toBe(true);
  });

  test('a name that another file of the task has gets the next number before its extension', () => {
    expect(nameApart('完成率.pdf', [])).toBe('完成率.pdf');
    expect(nameApart('完成率.pdf', ['完成率.docx', '纪要.pdf'])).toBe('完成率.pdf');
    expect(nameApart('完成率.pdf', ['完成率.PDF'])).toBe('完成率(2).pdf');
    expect(nameApart('完成率.pdf', ['完成率(2).pdf', '完成率.pdf'])).toBe('完成率(3).pdf');
    const long = safeFileName(`${'很'.repeat(300)}长.docx`);
    const apart = nameApart(long, [long]);
    expect([...apart]).toHaveLength(120);
    expect(apart.endsWith('很(2).docx')).toBe(true);
  });

  test('any file name becomes safe, and a safe one is not changed again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
        const kept = safeFileName(given);
        expect(kept).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}]/u);
        expect([...kept].length).toBeLessThanOrEqual(120);
        expect(safeFileName(kept)).toBe(kept);
      }),
    );
  });

  test('a download names its file by RFC 5987, with a plain name beside it that no quote can break', () => {
    expect(attachmentHeader("纪要 (1)'.pdf")).toBe(
      "attachment; filename=\"__ (1)'.pdf\"; filename*=UTF-8''%E7%BA%AA%E8%A6%81%20%281%29%27.pdf",
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
        expect(attachmentHeader(safeFileName(given))).toMatch(
          /^attachment; filename="[ !#-[\]-~]*"; filename\*=UTF-8''[\w.!~%-]*$/,
        );
      }),
    );
  });
});

describe('checks before a file is sent', () => {
  test.each([
    ['a.pdf', 1, 'pdf'],
    ['a.JPEG', 1, 'jpg'],
    ['a.wps', 20 * 1024 * 1024, 'wps'],
    ['a.pdf', 20 * 1024 * 1024 + 1, 'evidence-too-large'],
    ['a.pdf', 0, 'evidence-empty'],
    ['a.exe', 1, 'evidence-kind-not-taken'],
    ['a.pdf.exe', 1, 'evidence-kind-not-taken'],
    ['.pdf', 1, 'evidence-kind-not-taken'],
    ['pdf', 1, 'evidence-kind-not-taken'],
    ['a.doc', 1, 'doc'],
    ['a.ET', 1, 'et'],
    ['a.zip', 1, 'evidence-kind-not-taken'],
    ['a.docm', 1, 'evidence-kind-not-taken'],
  ])('checking the file %s of %i bytes gives %s', (name, size, outcome) => {
    expect(codeOf(name, size)).toBe(outcome);
  });

  test('a kind of file that the settings leave out is refused, and the refusal lists the kinds that are taken', () => {
    const result = checkBeforeSending({ name: 'a.png', size: 1 }, { ...defaultEvidenceLimits, kinds: ['pdf'] });
    expect(result).toEqual({ ok: false, refusal: { code: 'evidence-kind-not-taken', kinds: ['pdf'] } });
  });
});

const ofWps = {
  wps: { old: 'doc', packed: 'docx' },
  et: { old: 'xls', packed: 'xlsx' },
  dps: { old: 'ppt', packed: 'pptx' },
} as const;

describe('the content of a file', () => {
  test('the content of a file must match its extension', () => {
    for (const kind of evidenceKinds) {
      expect(refuseLie(kind, [])).toEqual({ code: 'evidence-type-differs', kind });
      const content = kind === 'wps' || kind === 'et' || kind === 'dps' ? ofWps[kind].old : kind;
      expect(refuseLie(kind, [content])).toBeNull();
    }
    expect(refuseLie('docx', ['xlsx'])?.code).toBe('evidence-type-differs');
    expect(refuseLie('pdf', ['png'])?.code).toBe('evidence-type-differs');
    expect(refuseLie('docx', ['doc'])?.code).toBe('evidence-type-differs');
  });

  test.each(Object.entries(ofWps))(
    'a file %s of WPS may be an old compound file or a new packed one',
    (kind, { packed }) => {
      expect(refuseLie(kind as keyof typeof ofWps, [packed])).toBeNull();
    },
  );

  test('a spreadsheet that holds a text document is taken as the spreadsheet that its name claims', () => {
    expect(refuseLie('xls', ['doc', 'xls'])).toBeNull();
  });

  test('a file is not released while its scan is pending, nor when it is infected', () => {
    expect((['not_required', 'pending', 'clean', 'infected'] as const).filter(isReleased)).toEqual([
      'not_required',
      'clean',
    ]);
  });
});

describe('evidence in a filed version', () => {
  const entry = { ...completeEntry, taskId: 'a', taskCode: '1', taskText: '任务' };

  test('a filed version names its files by id, name, size and digest', () => {
    const { id, name, size, digest } = storedFile;
    expect(snapshotEntry({ ...entry, evidence: [storedFile] }).evidence).toEqual([{ id, name, size, digest }]);
  });

  test('a filed version without files has no evidence key, so that digests made before stay valid', () => {
    expect(snapshotEntry({ ...entry, evidence: [] })).toEqual(entry);
    expect(Object.keys(snapshotEntry({ ...entry, evidence: [] }))).not.toContain('evidence');
  });

  test('a filed version leaves out infected files and names those whose scan is pending', () => {
    const pending = { ...storedFile, id: 'waits', scan: 'pending' } as const;
    const listed = snapshotEntry({ ...entry, evidence: [{ ...storedFile, scan: 'infected' }, pending] }).evidence;
    expect(listed?.map(({ id }) => id)).toEqual(['waits']);
  });
});

describe('the settings of evidence', () => {
  const limitsOf = (variables: Record<string, string>) => evidenceLimits(variables as NodeJS.ProcessEnv);

  test('without settings, or with empty ones, a file may have 20 MB, an entry ten files, and all kinds are taken', () => {
    expect(limitsOf({})).toEqual(defaultEvidenceLimits);
    expect(limitsOf({ EVIDENCE_FILE_MB: '', EVIDENCE_PER_ENTRY: '', EVIDENCE_KINDS: '' })).toEqual(
      defaultEvidenceLimits,
    );
  });

  test('size, number and kinds of files follow the settings', () => {
    expect(limitsOf({ EVIDENCE_FILE_MB: '0.5', EVIDENCE_PER_ENTRY: '3', EVIDENCE_KINDS: 'PDF, ofd' })).toEqual({
      bytes: 512 * 1024,
      perEntry: 3,
      kinds: ['pdf', 'ofd'],
    });
  });

  test('settings with a kind that cannot be recognised by its content, or with no file allowed, are refused', () => {
    expect(() => limitsOf({ EVIDENCE_KINDS: 'pdf,exe' })).toThrow();
    expect(() => limitsOf({ EVIDENCE_PER_ENTRY: '0' })).toThrow();
  });
});

test('only the last extension of a file name decides its kind', () => {
  expect(claimedKind('a.exe.pdf')).toBe('pdf');
  expect(claimedKind('a.pdf ')).toBeNull();
});

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listRegister } from '@/lib/agencies/data';
import type { Actor } from '@/lib/domain/authorization';
import { findAgency, listRegisterEvents } from '@/lib/register/agency/data';
import { importRegister } from '@/lib/register/file/mutations';
import { writeRegisterWorkbook } from '@/lib/register/file/register-workbook';
import { addAgency } from '@/lib/register/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { everywhere } from '../support/everywhere';
import { now } from '../support/report-states';
import { sql } from '../support/sql';
import { codeOf, granted } from '../support/writing';

let coordinator: Actor;
const as = (actor: Actor) => ({ actor, now, address: '10.0.0.7' });
const unused = () => `单位${randomUUID().slice(0, 8)}`;

type Row = { name: string; code?: string; parent?: string; kind?: string; aliases?: string[]; position?: number };

/** A file of the register with these rows, as the export writes it. */
async function workbook(rows: readonly Row[]): Promise<File> {
  const blank = { shortName: '', aliases: [], code: '', creditCode: '', kind: '', parent: '', position: 7 };
  const bytes = writeRegisterWorkbook(
    rows.map((row) => ({ ...blank, ...row })),
    now,
  );
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of bytes) chunks.push(new Uint8Array(chunk));
  return new File(chunks, '单位名录.xlsx');
}

/** The register as it is exported. */
async function exported(): Promise<File> {
  const register = await listRegister();
  const nameOf = (id: string | null) => register.find((agency) => agency.id === id)?.name ?? '';
  return workbook(register.map((agency) => ({ ...agency, parent: nameOf(agency.parentId) })));
}

const preview = async (file: File) => granted(await importRegister({ file, confirmed: '' }, as(coordinator)));

async function imported(file: File) {
  const { digest } = await preview(file);
  return granted(await importRegister({ file, confirmed: digest }, as(coordinator)));
}

const everything = () => sql('SELECT * FROM "Agency" ORDER BY id');

beforeAll(async () => {
  coordinator = await makeAccount('coordinator');
  const row = { shortName: '', creditCode: '', kind: '市级部门', code: '', position: null } as const;
  const city = granted(
    await addAgency({ ...row, name: '市人民政府', aliases: ['市府'], parentId: null }, as(coordinator)),
  );
  const parentId = (await findAgency(everywhere, city.code))?.id ?? '';
  granted(await addAgency({ ...row, name: '市教育局', aliases: ['市教委', '教育局'], parentId }, as(coordinator)));
});

beforeEach(() => setDemonstrationClock(now));

describe('a file of the register', () => {
  test('that was exported and not edited changes nothing and is not recorded', async () => {
    const before = [await everything(), await sql(`SELECT id FROM "Event" WHERE name = 'agencies-imported'`)];
    const file = await exported();
    expect(await preview(file)).toMatchObject({ problems: [], added: [], changed: [] });
    await imported(file);
    expect([await everything(), await sql(`SELECT id FROM "Event" WHERE name = 'agencies-imported'`)]).toEqual(before);
  });

  test('stores new agencies below one another and changed ones, and each has it on record', async () => {
    const [district, street] = [unused(), unused()];
    const file = await workbook([
      { name: street, parent: district },
      { name: district, kind: '区', aliases: ['甲区', '甲区政府'], position: 9 },
      { name: '市教育局', kind: '市直', aliases: ['市教委'], parent: '市府', position: 2 },
    ]);
    const stored = await imported(file);
    expect([
      stored.added.map(({ name }) => name),
      stored.changed.map(({ facts }) => facts.map(({ field }) => field)),
    ]).toEqual([[street, district], [['aliases', 'kind']]]);
    const register = await listRegister();
    const of = (name: string) => register.find((agency) => agency.name === name);
    expect(of(street)?.parentId).toBe(of(district)?.id);
    expect([of(district)?.aliases, of('市教育局')?.kind]).toEqual([['甲区', '甲区政府'], '市直']);
    for (const name of [street, district, '市教育局'])
      expect((await listRegisterEvents(of(name)?.id ?? '')).map((event) => event.name)).toContain('agencies-imported');
    expect(await preview(file)).toMatchObject({ problems: [], added: [], changed: [] });
  });

  test('with a problem at any cell stores nothing, whatever is confirmed', async () => {
    const before = await everything();
    const file = await workbook([{ name: unused() }, { name: unused(), parent: '没有的单位' }]);
    const { problems, digest } = await preview(file);
    expect(problems).toEqual([
      { code: 'parent-unknown', place: { cell: 'G3' }, column: 'parent', values: { value: '没有的单位' } },
    ]);
    expect(codeOf(await importRegister({ file, confirmed: digest }, as(coordinator)))).toBe('register-file-wrong');
    expect(await everything()).toEqual(before);
  });

  test('is refused where the register has changed since it was read', async () => {
    const name = unused();
    const file = await workbook([{ name }]);
    const { digest } = await preview(file);
    await imported(await workbook([{ name: unused() }]));
    expect(codeOf(await importRegister({ file, confirmed: digest }, as(coordinator)))).toBe('register-changed');
  });

  test.each([
    ['is no table', new File(['市教育局\n市财政局'], '单位.csv')],
    ['is empty', new File([], '单位.xlsx')],
    ['is a picture', new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], '单位.xlsx')],
  ])('that %s is called so', async (_what, file) => {
    expect((await preview(file)).problems).toEqual([{ code: 'no-table', place: null, values: {} }]);
  });

  test.each([
    ['UTF-8', Buffer.from('名称,顺序\n,3\n')],
    ['GB18030', Buffer.from('c3fbb3c62ccbb3d0f20a2c330a', 'hex')],
  ])('as a text in %s is read, and problems name the line', async (_encoding, bytes) => {
    expect((await preview(new File([bytes], '单位.csv'))).problems).toEqual([
      { code: 'name-missing', place: { line: 2 }, column: 'name', values: {} },
    ]);
  });

  test.each(['reviewer', 'leader', 'reporter', 'auditor'] as const)('is not taken from the %s', async (role) => {
    const actor = await makeAccount(role, role === 'reporter' ? ((await listRegister())[0]?.id ?? null) : null);
    const file = await workbook([{ name: unused() }]);
    expect(codeOf(await importRegister({ file, confirmed: '' }, as(actor)))).toBe('forbidden');
  });
});

import { describe, expect, test } from 'vitest';
import { fieldError } from '@/components/forms/field-error';
import { mayChoose } from '@/lib/domain/chasing/delivery';
import { channelsSchema } from '@/lib/schemas/channels';
import { t } from '../support/translator';

const typed = (fields: object) => channelsSchema.safeParse({ channels: [], ...fields });

test('full-width letters and digits from a Chinese keyboard are accepted in an address and a phone number', () => {
  const { data } = typed({ mailAddress: 'ａｂｃ＠example．cn', phone: ' １３８００１３８０００ ' });
  expect(data).toMatchObject({ mailAddress: 'abc@example.cn', phone: '13800138000' });
});

test('an address that is not filled in becomes an empty text', () => {
  expect(typed({}).data).toEqual({
    channels: [],
    mailAddress: '',
    webhookUrl: '',
    webhookSecret: '',
    phone: '',
  });
});

test.each([
  ['mailAddress', 'abc', '请填写完整的邮箱地址，如 name@example.cn。'],
  ['webhookUrl', 'qyapi.weixin.qq.com', '请填写完整的网址，以 https:// 开头。'],
  ['phone', '一三八', '请填写11位手机号码，只含数字。'],
  ['phone', '1380013800', '请填写11位手机号码，只含数字。'],
])('an invalid %s is refused with a sentence that says the right form', (name, value, sentence) => {
  const code = typed({ [name]: value }).error?.issues[0]?.message ?? '';
  expect(fieldError(t, { status: 'invalid', errors: { [name]: [code] }, values: {} }, name)).toBe(sentence);
});

test('a missing address of a chosen channel and a wrong one of another are told at once, each at its field', () => {
  const { error } = typed({ channels: ['mail', 'sms'], phone: '1380013800' });
  expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['phone', 'not-a-phone'],
    ['mailAddress', 'required'],
  ]);
});

test('an address that no chosen channel needs may be missing', () => {
  expect(typed({ channels: ['mail'], mailAddress: 'a@example.cn' }).success).toBe(true);
});

describe('the choice of a channel', () => {
  const nothing = { mail: false, sms: false };

  test('a channel that the portal cannot send over cannot be chosen, but for one that was chosen before', () => {
    expect(mayChoose('mail', { offered: nothing, chosen: [] })).toBe(false);
    expect(mayChoose('sms', { offered: { mail: true, sms: false }, chosen: ['mail'] })).toBe(false);
    expect(mayChoose('mail', { offered: nothing, chosen: ['mail'] })).toBe(true);
    expect(mayChoose('mail', { offered: { mail: true, sms: false }, chosen: [] })).toBe(true);
  });

  test('a robot needs no setting of the portal', () => {
    expect(mayChoose('webhook', { offered: nothing, chosen: [] })).toBe(true);
  });
});

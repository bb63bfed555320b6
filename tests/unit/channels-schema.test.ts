import { expect, test } from 'vitest';
import { fieldError } from '@/components/forms/field-error';
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
  ['phone', '一三八', '请填写正确的手机号码，只含数字。'],
])('an invalid %s is refused with a sentence that says the right form', (name, value, sentence) => {
  const code = typed({ [name]: value }).error?.issues[0]?.message ?? '';
  expect(fieldError(t, { status: 'invalid', errors: { [name]: [code] }, values: {} }, name)).toBe(sentence);
});

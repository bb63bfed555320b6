import { expect, test } from 'vitest';
import { fieldError } from '@/components/forms/field-error';
import { channelsSchema } from '@/lib/schemas/channels';

const typed = (fields: object) => channelsSchema.safeParse({ channels: [], ...fields });

test('takes what a Chinese keyboard types with full-width letters and digits', () => {
  const { data } = typed({ mailAddress: 'ａｂｃ＠example．cn', phone: ' １３８００１３８０００ ' });
  expect(data).toMatchObject({ mailAddress: 'abc@example.cn', phone: '13800138000' });
});

test('leaves out what is not filled in', () => {
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
])('says of a wrong %s what it should be', (name, value, sentence) => {
  const code = typed({ [name]: value }).error?.issues[0]?.message ?? '';
  expect(fieldError({ status: 'invalid', errors: { [name]: [code] }, values: {} }, name)).toBe(sentence);
});

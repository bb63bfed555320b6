import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { getChannels } from '@/lib/notifications/channels/data';
import { setChannels } from '@/lib/notifications/channels/mutations';
import { channelsSchema } from '@/lib/schemas/channels';
import { makeAccount } from '../support/accounts';
import { one } from '../support/sql';
import { granted } from '../support/writing';

const address = (token: string) => `https://oapi.dingtalk.com/robot/send?access_token=${token}`;

let reader: Actor;

beforeEach(async () => {
  reader = await makeAccount('leader');
});

async function choose(webhookUrl: string, webhookSecret: string): Promise<void> {
  granted(await setChannels(reader, channelsSchema.parse({ channels: ['webhook'], webhookUrl, webhookSecret }), ''));
}

const storedSecret = async () =>
  (await one<{ webhookSecret: string }>('SELECT "webhookSecret" FROM "Account" WHERE id = $1', [reader.accountId]))
    .webhookSecret;

describe('the secret of a robot', () => {
  test('the secret of a robot is kept when its field is left empty, unless the address changes', async () => {
    await choose(address('1'), ' SECabc ');
    await choose(address('1'), '');
    expect(await storedSecret()).toBe('SECabc');
    await choose(address('1'), 'SECdef');
    expect(await storedSecret()).toBe('SECdef');
    await choose(address('2'), '');
    expect(await storedSecret()).toBe('');
  });

  test('the secret of a robot is neither shown nor recorded in the event', async () => {
    expect(await getChannels(reader)).toMatchObject({ hasSecret: false });
    await choose(address('1'), 'SECabc');
    const shown = await getChannels(reader);
    expect(shown.hasSecret).toBe(true);
    const { detail } = await one<{ detail: unknown }>(
      `SELECT detail FROM "Event" WHERE name = 'channels-set' AND "accountId" = $1`,
      [reader.accountId],
    );
    expect(JSON.stringify([shown, detail])).not.toContain('SECabc');
  });

  test('a secret with blanks, line breaks, Chinese characters or more than 200 characters is refused', () => {
    for (const webhookSecret of ['SEC a', 'SEC\na', '密钥', 'a'.repeat(201)])
      expect(channelsSchema.safeParse({ webhookSecret }).success).toBe(false);
  });
});

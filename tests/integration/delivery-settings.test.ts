import { afterEach, expect, test } from 'vitest';
import { mailSettings, smsSettings } from '@/lib/server/delivery/delivery-settings';
import { isAllowedWebhook } from '@/lib/server/delivery/robot';

const names = ['SMTP_URL', 'MAIL_FROM', 'WEBHOOK_HOSTS', 'SMS_GATEWAY_URL', 'ALLOW_PLAIN'] as const;

afterEach(() => {
  for (const name of names) delete process.env[name];
});

test('without settings there is no mail or short message, and only robots of 企业微信 and 钉钉 are allowed', () => {
  process.env.SMTP_URL = '';
  expect([mailSettings(), smsSettings()]).toEqual([null, null]);
  expect(isAllowedWebhook('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1')).toBe(true);
  expect(isAllowedWebhook('https://oapi.dingtalk.com/robot/send?access_token=1')).toBe(true);
  expect(isAllowedWebhook('not an address')).toBe(false);
});

test('the URL of the mail server gives its port by scheme, and a sender at its host if none is named', () => {
  process.env.SMTP_URL = 'smtps://user%40a:p%2Fw@mail.example.org';
  expect(mailSettings()).toEqual({
    host: 'mail.example.org',
    port: 465,
    secure: true,
    requireTLS: false,
    user: 'user@a',
    password: 'p/w',
    from: 'portal@mail.example.org',
  });
  process.env.SMTP_URL = 'smtp://[::1]:2525';
  expect(mailSettings()).toMatchObject({ host: '::1', port: 2525, secure: false, requireTLS: false, user: '' });
});

test('mail to another machine is encrypted, unless ALLOW_PLAIN names SMTP_URL', () => {
  process.env.SMTP_URL = 'smtp://mail.example.org';
  expect(mailSettings()).toMatchObject({ port: 587, secure: false, requireTLS: true });
  process.env.ALLOW_PLAIN = 'DATABASE_URL,SMTP_URL';
  expect(mailSettings()).toMatchObject({ secure: false, requireTLS: false });
});

test('a malformed mail URL is refused with the name of its setting', () => {
  process.env.SMTP_URL = 'mail.example.org';
  expect(() => mailSettings()).toThrow(/SMTP_URL/);
});

test('a robot is allowed by host over https, or by a full origin, and nothing else', () => {
  process.env.WEBHOOK_HOSTS = 'robot.example.org, http://127.0.0.1:8080';
  expect(isAllowedWebhook('https://robot.example.org/send')).toBe(true);
  expect(isAllowedWebhook('http://127.0.0.1:8080/send')).toBe(true);
  expect(isAllowedWebhook('http://127.0.0.1:8081/send')).toBe(false);
  expect(isAllowedWebhook('http://robot.example.org/send')).toBe(false);
  expect(isAllowedWebhook('https://oapi.dingtalk.com/robot/send')).toBe(false);
});

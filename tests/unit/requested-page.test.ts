import { expect, test } from 'vitest';
import { requestedPageSchema } from '@/lib/schemas/requested-page';

test.each([
  '/filing',
  '/filing/0190a000-0000-7000-8000-000000000001/check',
  '/filing/0190a000-0000-7000-8000-000000000001#task-2020-04-progress',
  '/review/chasing?plan=2020&quarter=2020Q1&report=a',
  '/review?q=%E7%94%B2%E5%B1%80+2020&page=2',
  '/messages?page=2',
  '/account/channels',
  '/calendar/2027',
  '/plans/2020/tasks/2020-01',
  '/register/agencies/04',
  '/desk',
])('the sign-in leads back to %s', (page) => {
  expect(requestedPageSchema.parse(page)).toBe(page);
});

test.each([
  'https://elsewhere.example/filing',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/filing@elsewhere.example',
  '/filing/../../api/evidence',
  '/filing?next=//elsewhere.example\\',
  '/filing\n',
  '/api/health',
  '/sign-out',
  `/filing?q=${'a'.repeat(2000)}`,
  undefined,
])('the sign-in does not lead to %j', (page) => {
  expect(requestedPageSchema.parse(page)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { taskNumber, taskWords } from '@/lib/text/task-words';

test.each([
  ['2020-09', '9'],
  ['2020-35', '35'],
  ['2026-2-100', '100'],
  ['2020-00', '0'],
  ['T', 'T'],
])('the number of the task %s is %s', (code, number) => {
  expect(taskNumber(code)).toBe(number);
});

test.each([
  ['推进车联网建设,打造示范区;形成产业', '推进车联网建设，打造示范区；形成产业'],
  ['建设5G基站(含室分)2万个', '建设5G基站（含室分）2万个'],
  ['投资1,000万元', '投资1,000万元'],
  ['支持AI, IoT和芯片,共3类', '支持AI, IoT和芯片，共3类'],
  ['见 https://a.example/?b=1,2', '见 https://a.example/?b=1,2'],
  ['第一, 第二', '第一，第二'],
])('%s is shown as %s', (text, shown) => {
  expect(taskWords(text)).toBe(shown);
});

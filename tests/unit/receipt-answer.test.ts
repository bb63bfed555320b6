import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ReceiptAnswer } from '@/components/receipts/receipt-answer';

test('after too many look-ups the page shows the minutes to wait and no answer about the receipt', () => {
  const html = renderToStaticMarkup(createElement(ReceiptAnswer, { answer: { kind: 'limited', minutes: 7 } }));
  expect(html).toContain('本次没有查询');
  expect(html).toContain('请在 7 分钟后再试');
  expect(html).not.toMatch(/真实|没有这个编号/);
});

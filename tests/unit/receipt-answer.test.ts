import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ReceiptAnswer } from '@/components/receipts/receipt-answer';

test('whoever has asked too often is told so, with the minutes to wait, and nothing else', () => {
  const html = renderToStaticMarkup(createElement(ReceiptAnswer, { answer: { kind: 'limited', minutes: 7 } }));
  expect(html).toContain('本次没有查询');
  expect(html).toContain('请在 7 分钟后再试');
  expect(html).not.toMatch(/真实|没有这个编号/);
});

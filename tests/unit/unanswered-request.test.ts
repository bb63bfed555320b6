import { expect, test } from 'vitest';
import { isUnanswered } from '@/components/layout/unanswered-request';

test.each([
  'Failed to fetch',
  'NetworkError when attempting to fetch resource.',
  'Load failed',
  'network error',
  'Failed to load chunk /_next/static/chunks/a.js from module 1',
  'Connection closed.',
  'An unexpected response was received from the server.',
])('%s: the page got no answer', (message) => {
  expect(isUnanswered(new TypeError(message))).toBe(true);
});

test.each([
  'list.toSorted is not a function',
  "Cannot read properties of undefined (reading 'at')",
  'structuredClone is not defined',
])('%s: the script failed, and the network is not to blame', (message) => {
  expect(isUnanswered(new TypeError(message))).toBe(false);
});

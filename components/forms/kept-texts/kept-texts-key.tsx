'use client';

import { useLayoutEffect } from 'react';
import { takeKey } from './sealing';

/** Holds the key of the signed-in account's kept texts in memory while a page of a desk is open. */
export function KeptTextsKey({ accountId, secret }: { accountId: string; secret: string }) {
  // A layout effect runs before any effect of the page below, which may read or keep texts.
  useLayoutEffect(() => takeKey(accountId, secret), [accountId, secret]);
  return null;
}

'use client';

import { useEffect, useLayoutEffect } from 'react';
import { takeKey } from './sealing';
import { rememberSignedInName } from './signed-in-name';

type KeptTextsKeyProps = { accountId: string; userName: string; secret: string };

/** Holds the key of the signed-in account's kept texts in memory while a page of a desk is open. */
export function KeptTextsKey({ accountId, userName, secret }: KeptTextsKeyProps) {
  // A layout effect runs before any effect of the page below, which may read or keep texts.
  useLayoutEffect(() => takeKey(accountId, secret), [accountId, secret]);
  useEffect(() => rememberSignedInName({ accountId, userName }), [accountId, userName]);
  return null;
}

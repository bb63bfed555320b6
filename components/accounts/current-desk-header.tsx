'use client';

import { usePathname } from 'next/navigation';
import type { ComponentProps } from 'react';
import { DeskHeader } from '@/components/layout/desk-header';

/** The desk's header with the current link marked: the longest one that is a prefix of the page's address. */
export function CurrentDeskHeader(props: Omit<ComponentProps<typeof DeskHeader>, 'current'>) {
  const path = usePathname();
  const [current] = [...props.links, ...props.ownLinks]
    .map((link) => link.href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length);
  return <DeskHeader {...props} current={current} />;
}

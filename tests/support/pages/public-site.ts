import type { APIRequestContext } from '@playwright/test';

/** One page of each kind that anyone may open, with its heading. */
export const publicPages = [
  { path: '/', heading: '市级重点任务，按报送周期向社会公开' },
  { path: '/notice', heading: '通知原文' },
  { path: '/agencies', heading: '责任单位' },
  { path: '/agencies/04', heading: '市工业和信息化局' },
  { path: '/agencies/09', heading: '市文化和旅游局' },
  { path: '/tasks', heading: '重点任务' },
  { path: '/tasks/2020-09', heading: '重点任务第9项' },
  { path: '/tasks/2020-23', heading: '重点任务第23项' },
  { path: '/deadlines', heading: '报送截止时间' },
  { path: '/site-map', heading: '站点地图' },
] as const;

/** Every address that the site map names, the open data among them. */
export async function allAddresses(request: APIRequestContext): Promise<string[]> {
  const html = await (await request.get('/site-map')).text();
  const addresses = [...html.matchAll(/<a href="(\/[^"#]*)"/g)].map(([, address]) => address as string);
  return [...new Set(addresses)].filter((address) => address !== '/sign-in');
}

/** The whole answer of an address: the page that a browser gets, and the data that the framework's router fetches. */
export async function answersTo(request: APIRequestContext, address: string): Promise<string> {
  const answers = [await request.get(address)];
  if (!address.startsWith('/api/')) answers.push(await request.get(address, { headers: { RSC: '1' } }));
  return (await Promise.all(answers.map((answer) => answer.text()))).join('\n');
}

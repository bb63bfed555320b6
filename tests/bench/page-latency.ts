import { percentile } from './percentile';

export type PageTask = {
  url: string;
  cookie: string;
  /** What the page must say, so that no error page is taken for a fast one. */
  says: string;
  /** How many ask at once, one after another, and how often each. */
  readers: number;
  each: number;
};

async function ask({ url, cookie, says }: PageTask): Promise<number> {
  const begun = performance.now();
  const response = await fetch(url, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
  const text = await response.text();
  const milliseconds = performance.now() - begun;
  if (response.status !== 200 || !text.includes(says)) throw new Error(`${url} was answered ${response.status}`);
  return milliseconds;
}

/** Reads a page again and again; gives how long each answer took until its last byte, in milliseconds. */
export async function pageTimes(task: PageTask): Promise<number[]> {
  const reader = async () => {
    const times: number[] = [];
    for (let count = 0; count < task.each; count += 1) times.push(await ask(task));
    return times;
  };
  return (await Promise.all(Array.from({ length: task.readers }, reader))).flat();
}

export const p95 = (times: readonly number[]): number => percentile(times, 0.95);

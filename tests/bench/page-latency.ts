import { percentile } from './percentile';

export type PageTask = {
  url: string;
  cookie: string;
  /** A text that the page must have, so that an error page is not taken for a fast one. */
  says: string;
  /** The number of clients that ask at once; each of them asks `each` times in a row. */
  readers: number;
  each: number;
  /** Comes before each question, and is not measured. */
  before?: () => Promise<void>;
};

async function ask({ url, cookie, says, before }: PageTask): Promise<number> {
  await before?.();
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

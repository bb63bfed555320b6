import { gzipSync } from 'node:zlib';

/**
 * The script that a page makes a browser of today download: the gzipped sizes of all its `<script src>`, in KB (1,000
 * bytes). Scripts marked `nomodule` are for browsers without modules; those of today never fetch them.
 */
export async function scriptKilobytes(url: string, cookie = ''): Promise<number> {
  const response = await fetch(url, { headers: { cookie }, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
  const tags = (await response.text()).match(/<script\b[^>]*>/gi) ?? [];
  const sources = tags
    .filter((tag) => !/\snomodule\b/i.test(tag))
    .flatMap((tag) => /\ssrc="([^"]+)"/i.exec(tag)?.[1] ?? []);
  const sizes = [...new Set(sources)].map(async (source) => {
    const script = await fetch(new URL(source.replaceAll('&amp;', '&'), url));
    if (script.status !== 200) throw new Error(`${source} answers ${script.status}`);
    return gzipSync(Buffer.from(await script.arrayBuffer())).length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

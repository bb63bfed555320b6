import { globSync } from 'node:fs';
import path from 'node:path';
import { randomFrom } from './random';
import type { RawRequest } from './raw-http';
import { root } from './source-files';

const long = 'a'.repeat(5_000);
const boundary = '----portal-boundary-0123456789';

/** In place of a parameter of an address: values that are there, that could be there, and that cannot be. */
const parameters = [
  ...['%00', '%ff%fe', '%', '%zz', '%u4e2d', '%E0%A4%A', '%ED%A0%80', '%C0%AF', 'x%0A{%22level%22:30}', '%0d%0a'],
  ...[
    '..',
    '%2e%2e%2f',
    '..%2f..%2fetc%2fpasswd',
    '%5c',
    '//evil.example',
    '中文',
    '\u{ff}\u{fe}',
    '%E4%B8%AD',
    '%F0%9F%98%80',
  ],
  ...["'", '"', '<script>', '{{7*7}}', '2020', '2025Q3', '2025Q9', '0', '-1', '1e309', '99999999999999999999'],
  ...[
    '018f0000-0000-7000-8000-000000000001',
    'NaN',
    'null',
    '__proto__',
    'constructor',
    'a%20b',
    ' ',
    '%7f',
    long,
    '.ics',
  ],
];

const queries = [
  ...['', '?', '?a', '?q=%00', '?q=%', '?q=%ff', '?q=%ED%A0%80', '?page=-1', '?page=1e9', '?page=a&page=b', '?_rsc=1'],
  ...['?next=//evil.example', '?next=%0d%0aSet-Cookie:a=b', '?report=x', '?tab=x&after=y', '?q[]=1', '?__proto__[a]=1'],
  ...[
    `?q=${long}`,
    '?period=2025Q9',
    '?quarter=%E4%B8%AD',
    '?status=nothing',
    '?sort=;drop',
    '?nxtPcode=1',
    '?__nextLocale=xx',
  ],
];

const methods = [
  ...['GET', 'GET', 'GET', 'HEAD', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
  ...['TRACE', 'PROPFIND', 'QUERY', 'CONNECT', 'MKCOL', 'PURGE', 'SEARCH', 'FOO', 'get', 'GET\u{0}', ''],
];

const states = [
  'junk',
  '%',
  '[]',
  '["",{}]',
  '%5B%22%22%2C%7B%7D%5D',
  '{"a":1}',
  'null',
  '["",{"children":["x",{}]},null,"refetch"]',
  long,
];

/** Headers that the framework, the portal or a proxy in front reads, each with values that none of them sends. */
const headers: [string, string[]][] = [
  ['RSC', ['1', '0', 'junk']],
  ['Next-Router-State-Tree', states],
  ['Next-Router-Prefetch', ['1', '2', 'junk']],
  ['Next-Router-Segment-Prefetch', ['/_tree', '/junk', '//', '%', long]],
  ['Next-Url', ['/', '//', '%', 'http://[', '/\u{ff}']],
  ['Next-HMR-Refresh', ['1']],
  ['Next-Action', ['junk', '00'.repeat(20), '7f'.repeat(21), long]],
  ['x-nextjs-data', ['1']],
  ['x-nextjs-postponed', ['1']],
  ['x-matched-path', ['/admin', '%', 'http://[']],
  ['x-invoke-path', ['/admin', '%']],
  ['x-invoke-status', ['500', 'x']],
  ['x-middleware-subrequest', ['proxy', 'src/proxy:proxy:proxy:proxy:proxy']],
  ['x-middleware-rewrite', ['/admin', 'http://evil.example/']],
  ['x-prerender-revalidate', ['junk']],
  ['x-now-route-matches', ['1=x']],
  ['purpose', ['prefetch']],
  ['Range', ['bytes=0-', 'bytes=9-1', 'bytes=-1', 'bytes=0-0,1-1', 'junk', 'bytes=99999999999-']],
  ['Expect', ['100-continue', 'junk']],
  ['Host', ['evil.example', '[', 'a b', '', '127.0.0.1:99999', 'x@y', '%', '\u{ff}']],
  ['Origin', ['null', 'https://evil.example', 'junk', 'http://[']],
  ['Referer', ['junk', 'http://[', 'https://evil.example/']],
  ['Cookie', ['portal-session=junk', 'portal-session=%', '=;=;;', `a=${long}`, '__proto__=1', 'portal-session=\u{ff}']],
  ['X-Forwarded-Host', ['evil.example', '[', ',']],
  ['X-Forwarded-Proto', ['https', 'junk', ',']],
  ['X-Forwarded-For', ['1.2.3.4', 'junk', long, '::1']],
  ['X-Portal-Address', ['1.2.3.4']],
  ['X-Request-Id', ['FORGED', '"}\\n{"level":30']],
  ['X-Requested-Page', ['//evil.example', '/admin']],
  ['Accept', ['text/x-component', 'application/json', 'junk', '*/*;q=x']],
  ['Accept-Encoding', ['gzip', 'br, gzip', 'junk', 'identity;q=0']],
  [
    'Content-Type',
    ['application/json', 'multipart/form-data', `multipart/form-data; boundary=${boundary}`, 'junk', 'text/plain'],
  ],
  ['Content-Encoding', ['gzip', 'junk']],
  ['Content-Length', ['0', '5', '99999999', '-1', 'x']],
  ['Transfer-Encoding', ['chunked', 'gzip, chunked', 'junk']],
  ['If-None-Match', ['*', '"x"', 'junk']],
  ['If-Modified-Since', ['junk', 'Thu, 01 Jan 1970 00:00:00 GMT']],
  ['Upgrade', ['websocket', 'h2c']],
  ['Sec-Fetch-Dest', ['image', 'document', 'junk']],
  ['X-File-Name', ['a.pdf', '%', '%00', '%ED%A0%80']],
  ['Content-Security-Policy', ["script-src 'nonce-stolen'", 'junk']],
];

const bodies = [
  ...['', '', '{', '{}', 'null', '[]', '{"changes":null}', '{"changes":[{"taskId":"\\u0000","field":"progress"}]}'],
  ...['{"tabId":"\\ud800"}', '0=%5B%5D', 'a=b&%=%', '\u{0}\u{ff}', '5\r\nhello\r\n0\r\n\r\n', 'zz\r\n', long],
  ...[
    `--${boundary}\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$K1"]\r\n--${boundary}--\r\n`,
    `--${boundary}\r\nContent-Dispo`,
    `--${boundary}--`,
  ],
  ...[
    `--${boundary}\r\nContent-Disposition: form-data; name="$ACTION_REF_1"\r\n\r\n\r\n--${boundary}\r\nContent-Disposition: form-data; name="$ACTION_1:0"\r\n\r\n{"id":"00","bound":null}\r\n--${boundary}--\r\n`,
  ],
];

/** The addresses of all pages and route handlers, with their parameters in brackets. */
function routes(): string[] {
  const files = globSync('app/**/{page,route}.{ts,tsx}', { cwd: path.join(root) });
  return files.map((file) =>
    `/${path.dirname(file).slice('app'.length)}`.replace(/\/\([^)]*\)/g, '').replace(/\/+/g, '/'),
  );
}

const oddTargets = [
  '*',
  '/%',
  '//',
  '///evil.example',
  '/\\evil',
  'http://evil.example/',
  '/_next/static/x',
  '/_next/image?url=x',
  '/_next/data/x.json',
  '/favicon.ico',
  '/.env',
  '/_error',
  '/500',
  '/404',
  '/_not-found',
  '',
  'junk',
];

export type RandomRequests = {
  seed: number;
  /** The portal's own. */
  origin: string;
  /** Cookies of people, and the empty string for nobody. */
  cookies: readonly string[];
  /** Values of parameters for which there is something. */
  values: readonly string[];
  /** Hidden fields of real forms, by the address of their page. */
  forms: readonly { page: string; fields: Record<string, string> }[];
};

/** A form in which each field holds something that nobody types. */
function multipart(fields: Record<string, string>): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${boundary}--\r\n`;
}

const typed = ['', '\u{0}', '\u{ff}\u{fe}', 'a', '-1', '[]', long, "' OR 1=1 --", '%00', '$K1', '{"id":"x"}'];

/** Makes random requests to all routes that the same seed gives again: most are right but for one or two things. */
export function randomRequests({ seed, origin, cookies, values, forms }: RandomRequests): () => RawRequest {
  const random = randomFrom(seed);
  const pick = <Value>(of: readonly Value[]) => of[Math.floor(random() * of.length)] as Value;
  const known = routes();
  const target = () => {
    const route = random() < 0.1 ? pick(oddTargets) : pick(known);
    const filled = route.replace(/\[[^\]]+\]/g, () => pick(random() < 0.5 ? values : parameters)) || '/';
    return (random() < 0.1 ? `${filled}/${pick(parameters)}` : filled) + (random() < 0.5 ? '' : pick(queries));
  };
  const oddHeaders = () => {
    const some = Array.from({ length: Math.floor(random() * 3) }, () => pick(headers));
    return Object.fromEntries(some.map(([name, of]) => [name, pick(of)]));
  };
  const anyRequest = (): RawRequest => {
    const method = pick(methods);
    const cookie = pick(cookies);
    const isFromPage = !['GET', 'HEAD'].includes(method) && random() < 0.9;
    const usual = { ...(cookie ? { Cookie: cookie } : {}), ...(isFromPage ? { Origin: origin } : {}) };
    return { method, target: target(), headers: { ...usual, ...oddHeaders() }, body: pick(bodies) };
  };
  const sentForm = (): RawRequest => {
    const { page, fields } = pick(forms);
    // An action is found by its hidden fields, so that those are seldom odd.
    const isKept = (name: string) => random() < (name.startsWith('$') ? 0.97 : 0.5);
    const sent = Object.entries(fields).map(([name, value]) => [name, isKept(name) ? value : pick(typed)]);
    const usual = { Origin: origin, 'Content-Type': `multipart/form-data; boundary=${boundary}` };
    return {
      method: 'POST',
      target: page,
      headers: { ...usual, ...oddHeaders() },
      body: multipart(Object.fromEntries(sent)),
    };
  };
  return () => (random() < 0.15 ? sentForm() : anyRequest());
}

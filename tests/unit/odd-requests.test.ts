import { request as ask, createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { announcesTooMuch } from '../../scripts/web/body-bounds';
import { refusalOf } from '../../scripts/web/odd-requests';
import { nameOrigin } from '../../scripts/web/portal-origin';
import { identify } from '../../scripts/web/request-context';

type Sent = { method?: string; target?: string; headers?: Record<string, string> };

/** A request as Node has read it from a connection. */
function received({ method = 'GET', target = '/', headers = {} }: Sent): Promise<IncomingMessage> {
  return new Promise((resolve) => {
    const server = createServer((request, response) => {
      response.end();
      request.resume();
      server.close();
      resolve(request);
    });
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      ask({
        port,
        host: '127.0.0.1',
        method,
        path: target,
        headers: { Host: 'portal.example', ...headers },
        agent: false,
      })
        .on('error', () => undefined)
        .end();
    });
  });
}

const portalUrl = new URL('https://portal.example');

describe('the address of a visitor', () => {
  const forwarded = { 'X-Forwarded-For': '203.0.113.9, 198.51.100.1', 'X-Portal-Address': '192.0.2.7' };

  test('is that of the connection where no proxy is trusted, whatever is sent', async () => {
    const request = await received({ headers: forwarded });
    expect(identify(request, 0).address).toBe('127.0.0.1');
    expect(request.headers).toMatchObject({ 'x-portal-address': '127.0.0.1' });
    expect(request.headers).not.toHaveProperty('x-forwarded-for');
  });

  test('is the entry of the outermost proxy of our own', async () => {
    expect(identify(await received({ headers: forwarded }), 1).address).toBe('198.51.100.1');
    expect(identify(await received({ headers: forwarded }), 2).address).toBe('203.0.113.9');
  });
});

describe('the number of a request', () => {
  test("is the proxy's where a proxy is trusted and has sent a plain one", async () => {
    const headers = { 'X-Request-Id': '0a1b2c3d4e5f' };
    expect(identify(await received({ headers }), 1).id).toBe('0a1b2c3d4e5f');
    expect(identify(await received({ headers }), 0).id).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
    expect(identify(await received({ headers: { 'X-Request-Id': '{"a":1}' } }), 1).id).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
  });

  test('stands beside an address without query and without the key of a calendar', async () => {
    expect(identify(await received({ target: '/receipts?number=SECRET' }), 0).path).toBe('/receipts');
    expect(identify(await received({ target: '/api/calendar/SECRET.ics' }), 0).path).toBe('/api/calendar/…');
  });
});

describe('the origin of the pages', () => {
  test('is that of PORTAL_URL, whatever host and proxy say', async () => {
    const request = await received({ headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' } });
    expect(nameOrigin(request, portalUrl)).toBe('https://portal.example');
    expect(request.headers['x-forwarded-host']).toBe('portal.example');
  });

  test('follows the name by which the machine of a demonstration is called', async () => {
    const request = await received({ headers: { Host: 'machine.example:3000' } });
    expect(nameOrigin(request, new URL('http://localhost:3000'))).toBe('http://machine.example:3000');
  });

  test('is cut off an absolute address', async () => {
    const request = await received({ target: 'http://evil.example/tasks?q=a' });
    nameOrigin(request, portalUrl);
    expect(request.url).toBe('/tasks?q=a');
  });
});

describe('a write', () => {
  const own = 'https://portal.example';
  const refusal = async (sent: Sent) => refusalOf(await received(sent), own)?.status ?? null;
  const target = '/api/filing/reports/x/fields';

  test('is taken from a page of the portal and from nowhere else', async () => {
    expect(await refusal({ method: 'PUT', target, headers: { Origin: own } })).toBeNull();
    expect(await refusal({ method: 'PUT', target, headers: { Origin: 'https://evil.example' } })).toBe(403);
    expect(await refusal({ method: 'PUT', target, headers: { Origin: 'http://portal.example' } })).toBe(403);
    expect(await refusal({ method: 'PUT', target, headers: { Origin: 'null' } })).toBe(403);
    expect(await refusal({ method: 'PUT', target })).toBe(403);
    expect(await refusal({ method: 'POST', target: '/sign-in' })).toBe(403);
  });

  test('of the open data is answered where the data is', async () => {
    expect(await refusal({ method: 'POST', target: '/api/v1/plans' })).toBeNull();
  });
});

describe('a body', () => {
  const tooMuch = async (target: string, length: number) =>
    announcesTooMuch(await received({ method: 'GET', target, headers: { 'Content-Length': String(length) } }));

  test('has a bound on every address, a file where it is stored', async () => {
    expect(await tooMuch('/api/filing/reports/x/fields', 1_000_000)).toBe(false);
    expect(await tooMuch('/api/filing/reports/x/fields?a=b', 1_000_001)).toBe(true);
    expect(await tooMuch('/api/live/reports/x/presence', 10_001)).toBe(true);
    expect(await tooMuch('/receipts', 2_050_000)).toBe(false);
    expect(await tooMuch('/receipts', 2_050_001)).toBe(true);
    expect(await tooMuch('/api/evidence?report=x', 50_000_000)).toBe(false);
  });
});

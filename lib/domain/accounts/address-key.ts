const withPort = /^(?:\[(.*)\]|(\d+(?:\.\d+){3}))(?::\d+)?$/;
const mappedPart = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/** The two bytes that a group of an IPv6 address holds, as IPv4 writes them. */
const bytesOf = (group: string) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255];

/** Gives the shortest spelling of an IPv6 address; null for anything else. */
function shortest(address: string): string | null {
  const candidate = `http://[${address}]/`;
  return URL.canParse(candidate) ? new URL(candidate).hostname.slice(1, -1) : null;
}

/** The first four groups of an IPv6 address in its shortest spelling. */
function networkOf(address: string): string {
  const [before = '', after] = address.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after ? after.split(':') : [];
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array<string>(zeros).fill('0'), ...tail].slice(0, 4).join(':');
}

/**
 * Gives the key under which an address is counted: IPv4 as it is, also where it is written as IPv6; of IPv6 the network
 * (/64), because a single visitor has all addresses of it. The empty string stays, and so does what is no address.
 */
export function addressKey(address: string): string {
  const [, bracketed, plain] = withPort.exec(address) ?? [];
  const bare = (bracketed ?? plain ?? address).replace(/%.*$/, '');
  const known = shortest(bare);
  if (!known) return bare;
  const [, high, low] = mappedPart.exec(known) ?? [];
  if (high && low) return [...bytesOf(high), ...bytesOf(low)].join('.');
  return `${networkOf(known)}::/64`;
}

/** Gives the address at which this machine itself reaches a portal that listens on a host. */
export function originAt({ host, port }: { host: string; port: number }): string {
  if (host === '127.0.0.1' || host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

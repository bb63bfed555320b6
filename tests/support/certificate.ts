import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Certificate = { certFile: string; keyFile: string; cert: string; key: string };

/** The other way of writing 127.0.0.1, which the portal does not take for this machine. */
export const asOtherMachine = '::ffff:127.0.0.1';

/** Makes a certificate that only those trust who are given it; it is good for this machine under all its names. */
export function makeCertificate(folder: string): Certificate {
  const [certFile, keyFile] = [path.join(folder, 'server.crt'), path.join(folder, 'server.key')];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', keyFile];
  const names = `subjectAltName=DNS:localhost,IP:127.0.0.1,IP:${asOtherMachine}`;
  const subject = ['-subj', '/CN=localhost', '-addext', names];
  execFileSync('openssl', ['req', '-x509', '-days', '2', ...key, '-out', certFile, ...subject], { stdio: 'ignore' });
  return { certFile, keyFile, cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../../scripts/free-port';
import { type Certificate, makeCertificate } from './certificate';
import { root } from './source-files';

/** nginx's own folders, which an ordinary user cannot write. */
const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

type Places = { folder: string; secure: number; plain: number; portals: number[] };

/** The configuration as it is shipped, with the ports, files and name of this machine. */
async function shippedConfiguration({ folder, secure, plain, portals }: Places, certificate: Certificate) {
  const shipped = await readFile(path.join(root, 'deploy/nginx.conf'), 'utf8');
  const replaced: [RegExp, string][] = [
    [/(listen (?:\[::\]:)?)443/g, `$1${secure}`],
    [/(listen (?:\[::\]:)?)80;/g, `$1${plain};`],
    [/portal\.example\.gov\.cn/g, 'localhost'],
    [/https:\/\/\$host\$request_uri/, `https://$host:${secure}$request_uri`],
    [/\/etc\/ssl\/portal\.pem/, certificate.certFile],
    [/\/etc\/ssl\/portal\.key/, certificate.keyFile],
    [/\/srv\/portal\//g, `${root}/`],
    [/\/var\/log\/nginx/g, folder],
    [/( +)server 127\.0\.0\.1:3000 (.*)/, portals.map((port) => `$1server 127.0.0.1:${port} $2`).join('\n')],
  ];
  return replaced.reduce((text, [pattern, value]) => {
    if (!pattern.test(text)) throw new Error(`deploy/nginx.conf has nothing like ${pattern}`);
    return text.replace(pattern, value);
  }, shipped);
}

function wholeConfiguration(folder: string): string {
  const paths = temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const http = `include /etc/nginx/mime.types; access_log off; ${paths} include ${folder}/portal.conf;`;
  return `${user} daemon off; pid ${folder}/pid; error_log stderr; worker_processes 1; events {} http { ${http} }`;
}

/** A real nginx with the shipped configuration in front of portals. */
export class Nginx {
  readonly url: string;
  readonly plainUrl: string;

  private constructor(
    private readonly server: ChildProcess,
    private readonly places: Places,
    readonly certificate: Certificate,
  ) {
    this.url = `https://localhost:${places.secure}`;
    this.plainUrl = `http://localhost:${places.plain}`;
  }

  /** Starts it on a port that is given, in front of portals on others. */
  static async start(secure: number, portals: number[]): Promise<Nginx> {
    const folder = await mkdtemp(path.join(tmpdir(), 'portal-nginx-'));
    const places = { folder, secure, plain: await freePort(), portals };
    const certificate = makeCertificate(folder);
    await writeFile(path.join(folder, 'portal.conf'), await shippedConfiguration(places, certificate));
    await writeFile(path.join(folder, 'nginx.conf'), wholeConfiguration(folder));
    const env = { PATH: `${process.env.PATH}:/usr/sbin` };
    const args = ['-p', folder, '-e', 'stderr', '-c', path.join(folder, 'nginx.conf')];
    const server = spawn('nginx', args, {
      env: env as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    const nginx = new Nginx(server, places, certificate);
    for (;;) {
      if (server.exitCode !== null) throw new Error(`nginx has ended:\n${said}`);
      if (await fetch(nginx.plainUrl, { redirect: 'manual' }).catch(() => null)) return nginx;
      await setTimeout(25);
    }
  }

  /** The lines of its log. */
  async lines(): Promise<string[]> {
    const log = await readFile(path.join(this.places.folder, 'portal.log'), 'utf8');
    return log.split('\n').filter(Boolean);
  }

  async stop(): Promise<void> {
    const ended = once(this.server, 'exit');
    if (this.server.exitCode === null && this.server.kill('SIGTERM')) await ended;
    await rm(this.places.folder, { recursive: true, force: true });
  }
}

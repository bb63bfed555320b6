import { existsSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './child';

export const readConnections = 32;

const wrk = (process.env.PATH ?? '')
  .split(path.delimiter)
  .map((folder) => path.join(folder, 'wrk'))
  .find(existsSync);

export const loadMaker = wrk ? 'wrk' : 'autocannon';

async function withWrk(command: string, url: string, seconds: number): Promise<number> {
  const printed = await runChild(command, ['-t1', `-c${readConnections}`, `-d${seconds}s`, url]);
  const failed = /Non-2xx|Socket errors/.exec(printed);
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(printed)?.[1];
  if (failed || !rate) throw new Error(`wrk on ${url}:\n${printed}`);
  return Number(rate);
}

async function withAutocannon(url: string, seconds: number): Promise<number> {
  const script = path.resolve('node_modules/autocannon/autocannon.js');
  const args = [script, '--json', '--no-progress', '-c', String(readConnections), '-d', String(seconds), url];
  const printed = await runChild(process.execPath, args);
  const result = JSON.parse(printed.slice(printed.indexOf('{'))) as {
    requests: { average: number };
    errors: number;
    non2xx: number;
  };
  if (result.errors > 0 || result.non2xx > 0) throw new Error(`autocannon on ${url}:\n${printed}`);
  return result.requests.average;
}

/** Gives the requests a second that a URL answers to 32 connections of another process; any failed answer throws. */
export function requestRate(url: string, seconds: number): Promise<number> {
  return wrk ? withWrk(wrk, url, seconds) : withAutocannon(url, seconds);
}

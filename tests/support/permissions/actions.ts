import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stateIn } from '../forms';
import { root } from '../source-files';
import { addressOf } from './every-route';
import { planActions } from './plan-actions';
import { type ActionRule, reportActions } from './report-actions';
import { addressIn, routeRules } from './routes';
import type { Scene } from './scene';
import type { VisitorName } from './visitors';

export const actionRules: Record<string, ActionRule> = { ...reportActions, ...planActions };

/** Every action that the sources export. */
export const everyAction = globSync('lib/**/actions.ts', { cwd: root }).flatMap((file) =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(/^export const (\w+)/gm)].map(([, name = '']) => name),
);

type Manifest = { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> };

const manifestFile = path.join(root, '.next/server/server-reference-manifest.json');

/** The id by which the built portal knows each action, and a page that has it: "/review/[reportId]". */
function readManifest(): Map<string, { id: string; page: string }> {
  const { node } = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  return new Map(
    Object.entries(node).map(([id, { exportedName, workers }]) => {
      const [worker = ''] = Object.keys(workers);
      return [exportedName, { id, page: addressOf(worker) }];
    }),
  );
}

let built: ReturnType<typeof readManifest> | null = null;

export function builtActions(): ReturnType<typeof readManifest> {
  built ??= readManifest();
  return built;
}

/** Calls an action as somebody, with the fields of its rule; gives the state that the form would get, and all that was sent. */
export async function callAs(
  scene: Scene,
  name: VisitorName,
  action: string,
): Promise<{ state: string; sent: string }> {
  const { id = '', page = '' } = builtActions().get(action) ?? {};
  const rule = routeRules[page];
  if (!rule) throw new Error(`no page has ${action}`);
  const fields = actionRules[action]?.fields(scene) ?? {};
  const response = await scene.visitors[name].call(addressIn(rule, scene), id, fields);
  const sent = await response.text();
  return { state: stateIn(response, sent), sent };
}

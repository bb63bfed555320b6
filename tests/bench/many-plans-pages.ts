import { setTimeout as pause } from 'node:timers/promises';
import { runScript } from './child';
import { manyPlans, measuredPlan, storeManyPlans } from './many-plans';
import type { UnfiledTask } from './many-plans-chasing';
import { type MeasuredPage, measurePages } from './page-results';
import { authSecret, startPortal } from './portal-server';
import { bound, type Result } from './result';
import { say, seed } from './run';
import { runSql, type ScratchServer } from './scratch-database';
import { isQuick } from './settings';

const list = (path: string) => ({ path: `${path}?plan=${measuredPlan}`, beside: `${path}?plan=2020` });
const same = (path: string) => ({ path, beside: path });

const agency = '性能测试单位';
const title = `第${manyPlans.plans}号重点任务计划`;

const deskPages: MeasuredPage[] = [
  { work: '20 plans: overview', ...list('/review'), says: agency },
  { work: '20 plans: chasing list', ...list('/review/chasing'), says: agency },
  { work: '20 plans: statistics', ...list('/review/counting'), says: agency },
  { work: '20 plans: reported tasks', ...list('/review/counting/tasks'), says: agency },
  { work: '20 plans: open problems', ...list('/review/counting/problems'), says: agency },
  { work: '20 plans: plans', ...same('/plans'), says: title },
  {
    work: '20 plans: tasks of a plan',
    path: `/plans/${measuredPlan}/tasks`,
    beside: '/plans/2020/tasks',
    says: '推进第1项',
  },
];

const publicPages: MeasuredPage[] = [
  { work: '20 plans: home page', ...same('/'), says: agency },
  { work: '20 plans: a plan', path: `/notice/${measuredPlan}`, beside: '/notice/2020', says: title },
  { work: '20 plans: tasks', ...same('/tasks'), says: '推进第1项' },
  { work: '20 plans: agencies', ...same('/agencies'), says: agency },
  { work: '20 plans: an agency', path: '/agencies/M5', beside: '/agencies/04', says: title },
  {
    work: '20 plans: all tasks as JSON',
    path: `/api/v1/plans/${measuredPlan}/tasks`,
    beside: '/api/v1/plans/2020/tasks',
    says: '',
  },
];

/** Lets a portal forget its public pages, so that the next question has one made; the notice is there within the pause. */
const forgetting = (databaseUrl: string) => async () => {
  await runSql(databaseUrl, `SELECT pg_notify('portal_public', '')`);
  await pause(25);
};

async function startWith(folder: string, databaseUrl: string) {
  const { coordinatorCookie: cookie } = await seed(databaseUrl);
  return { databaseUrl, cookie, start: () => startPortal(folder, databaseUrl) };
}

/** Seconds in which the chasing job reads all reports that are not filed, of which there are six thousand. */
async function measureChasing(databaseUrl: string): Promise<Result> {
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret };
  const task: UnfiledTask = { rounds: isQuick ? 2 : 10, atLeast: manyPlans.plans * manyPlans.agencies * 0.6 };
  const seconds = await runScript<number[]>('./many-plans-chasing.ts', task, { env, aliases: true });
  return bound('20 plans: reports to be chased', 's', seconds, 1);
}

/** The division's desk and the public pages with twenty plans of 500 agencies, beside the same of the notice alone. */
export async function measureManyPlans(server: ScratchServer, folder: string): Promise<Result[]> {
  const [many, alone] = [await server.createDatabase('many'), await server.createDatabase('alone')];
  const [measured, beside] = [await startWith(folder, many), await startWith(folder, alone)];
  say(`storing ${manyPlans.plans} plans of ${manyPlans.agencies} agencies`);
  await storeManyPlans(many);
  const portals = [await measured.start(), await beside.start()] as const;
  const sideOf = (place: 0 | 1, { cookie }: { cookie: string }) => ({ origin: portals[place].origin, cookie });
  const desk = { measured: sideOf(0, measured), beside: sideOf(1, beside) };
  const results = await measurePages(desk, deskPages);
  const visited = {
    measured: { origin: portals[0].origin, cookie: '', before: forgetting(many) },
    beside: { origin: portals[1].origin, cookie: '', before: forgetting(alone) },
  };
  results.push(...(await measurePages(visited, publicPages)));
  for (const portal of portals) await portal.stop();
  return [...results, await measureChasing(many)];
}

import type { PeriodCode } from '@/lib/domain/calendar/period';
import { generatePrismaClient } from '@/scripts/prisma-client';
import { buildCopy } from './built-copy';
import { largeCity, largePeriodCode, largePlan, reportToReview, storeLargeCity } from './large-city';
import { type PageTask, p95, pageTimes } from './page-latency';
import { authSecret, portalEnvironment, startPortal } from './portal-server';
import type { Result } from './result';
import { report, say, seed } from './run';
import { startScratchServer } from './scratch-database';
import { isQuick } from './settings';
import { measureSummary } from './summary-export';

// `npm run bench:load`: the division's desk with a large city behind it, beside the same desk with the notice's 16 agencies.

/** The number of officers of the division who read at the same time. */
const readers = 2;
const each = isQuick ? 5 : 100;
const warmUp = isQuick ? 2 : 20;

type Measured = { work: string; path: string; beside: string; says: string };

async function measurePage(origin: string, cookie: string, { work, path, beside, says }: Measured): Promise<Result> {
  const task: PageTask = { url: `${origin}${path}`, cookie, says, readers, each };
  const besideTask = { ...task, url: `${origin}${beside}`, says: '</main>' };
  await pageTimes({ ...task, each: warmUp });
  const limit = await pageTimes(besideTask);
  const measured = await pageTimes(task);
  say(`${work}: ${Math.round(p95(measured))} ms, 16 agencies ${Math.round(p95(limit))} ms`);
  return {
    work,
    unit: 'ms p95',
    measured: p95(measured),
    limit: { name: '16 agencies', value: p95(limit) },
    goal: { atMost: 300, isBound: true },
    samples: { measured, limit },
  };
}

await generatePrismaClient();
const server = await startScratchServer();
try {
  const databaseUrl = await server.createDatabase('load');
  const { coordinatorCookie } = await seed(databaseUrl);
  say('building the portal');
  const folder = await buildCopy(portalEnvironment(databaseUrl));
  say(`storing ${largeCity.agencies} agencies and ${largeCity.tasks} tasks`);
  await storeLargeCity(databaseUrl);
  const portal = await startPortal(folder, databaseUrl);
  const list = `/review?plan=${largePlan}`;
  const reportId = await reportToReview(databaseUrl, largePlan);
  const small = await reportToReview(databaseUrl, '2020');
  const beside = '/review?plan=2020';
  const pages: Measured[] = [
    { work: 'overview, first page', path: list, beside, says: '性能测试单位' },
    {
      work: 'overview, a search',
      path: `${list}&search=${encodeURIComponent('单位77')}`,
      beside,
      says: '性能测试单位77',
    },
    { work: 'overview, a page in the middle', path: `${list}&page=90`, beside, says: '性能测试单位' },
    { work: 'overview, all quarters', path: `${list}&quarter=all`, beside, says: '性能测试单位' },
    {
      work: 'overview, agencies x quarters',
      path: `${list}&view=grid`,
      beside: `${beside}&view=grid`,
      says: '性能测试单位',
    },
    { work: 'review page of a report', path: `/review/${reportId}`, beside: `/review/${small}`, says: '推进第' },
  ];
  const results: Result[] = [];
  for (const page of pages) results.push(await measurePage(portal.origin, coordinatorCookie, page));
  await portal.stop();
  say('writing a summary');
  results.push(
    ...(await measureSummary(
      { folder, databaseUrl, authSecret },
      {
        large: { plan: largePlan, quarter: largePeriodCode },
        small: { plan: '2020', quarter: '2020Q1' as PeriodCode },
      },
    )),
  );
  await report(results);
} finally {
  await server.stop();
}

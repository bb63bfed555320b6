import type { PeriodCode } from '@/lib/domain/calendar/period';
import { generatePrismaClient } from '@/scripts/prisma-client';
import { buildCopy } from './built-copy';
import { largeCity, largePeriodCode, largePlan, reportToReview, storeLargeCity } from './large-city';
import { measureManyPlans } from './many-plans-pages';
import { type MeasuredPage, measurePages } from './page-results';
import { authSecret, portalEnvironment, startPortal } from './portal-server';
import { report, say, seed } from './run';
import { startScratchServer } from './scratch-database';
import { measureSummary } from './summary-export';

// `npm run bench:load`: the portal with a large city and with twenty plans behind it, beside the same with the notice's 16 agencies.

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
  const pages: MeasuredPage[] = [
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
  const side = { origin: portal.origin, cookie: coordinatorCookie };
  const results = await measurePages({ measured: side, beside: side }, pages);
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
  results.push(...(await measureManyPlans(server, folder)));
  await report(results);
} finally {
  await server.stop();
}

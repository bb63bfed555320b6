import { beforeAll, describe, expect, test } from 'vitest';
import { periodCode } from '@/lib/domain/calendar/period';
import type { StatisticsFilter } from '@/lib/statistics/data';
import { countLights, listOpenProblems, listReportedTasks } from '@/lib/statistics/entries/data';
import { division, liveThroughYear, officerOf, page, filterOf as yearFilter } from '../support/counted-year';

let planCode: string;

const filterOf = (changes: Partial<StatisticsFilter> = {}) => yearFilter(planCode, changes);

beforeAll(async () => {
  planCode = await liveThroughYear();
}, 60_000);

describe('the tasks that are with the division', () => {
  test('tasks with the division are counted by period and progress light, without withdrawn and unfiled reports', async () => {
    expect(await countLights(division, filterOf())).toEqual([
      { periodCode: '2020Q1', total: 5, normal: 2, attention: 1, blocked: 1, completed: 1, problems: 4 },
      { periodCode: '2020Q2', total: 3, normal: 1, attention: 1, blocked: 0, completed: 1, problems: 2 },
      { periodCode: '2020Q3', total: 4, normal: 1, attention: 2, blocked: 1, completed: 0, problems: 3 },
      { periodCode: '2020Q4', total: 2, normal: 1, attention: 0, blocked: 0, completed: 1, problems: 1 },
    ]);
  });

  test('the lists of tasks are as long as the counts', async () => {
    const first = filterOf({ periodCode: periodCode('2020Q1') });
    const lengths = { normal: 2, attention: 1, blocked: 1, completed: 1 } as const;
    for (const light of ['normal', 'attention', 'blocked', 'completed'] as const) {
      const { tasks, total } = await listReportedTasks(division, { ...first, light }, page);
      expect([total, tasks.length]).toEqual([lengths[light], lengths[light]]);
      expect(tasks.every((task) => task.light === light)).toBe(true);
    }
    expect((await listReportedTasks(division, { ...first, light: null }, page)).total).toBe(5);
  });

  test('open problems are listed with the newest period first, and 无存在问题 is no problem', async () => {
    const { tasks, total } = await listOpenProblems(division, filterOf(), page);
    expect(total).toBe(10);
    expect(tasks.map((task) => `${task.periodCode} ${task.problems}`)).toEqual([
      '2020Q4 验收延后',
      '2020Q3 人手不足',
      '2020Q3 经费只到位30%',
      '2020Q3 经费未到位',
      '2020Q2 人手不足',
      '2020Q2 验收延后',
      '2020Q1 人手不足',
      '2020Q1 经费只到位30%',
      '2020Q1 验收延后',
      '2020Q1 数据口径不一',
    ]);
  });

  test.each([
    ['经费', 3],
    ['30%', 2],
    ['%', 2],
    ['戊局', 3],
    ['任务6', 1],
    ['没有这个词', 0],
  ])('a search for “%s” in problem, task and agency finds this many: %i', async (search, count) => {
    expect((await listOpenProblems(division, filterOf({ search }), page)).total).toBe(count);
  });

  test('open problems are listed page by page, with the total also beyond the last page', async () => {
    const second = await listOpenProblems(division, filterOf(), { number: 2, size: 7 });
    expect([second.total, second.tasks.length]).toEqual([10, 3]);
    const third = await listOpenProblems(division, filterOf(), { number: 3, size: 7 });
    expect([third.total, third.tasks.length]).toEqual([10, 0]);
  });

  test('an agency sees only its own open problems', async () => {
    const own = await officerOf(planCode, 3);
    expect((await listOpenProblems(own, filterOf(), page)).tasks.map(({ problems }) => problems)).toEqual([
      '经费只到位30%',
      '经费只到位30%',
    ]);
  });
});

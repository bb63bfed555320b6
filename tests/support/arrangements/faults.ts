import type { ArrangementProblem } from '@/lib/domain/calendar/arrangement';

/** [what is wrong, the change of the notice of 2026, the problem that names it]. */
export const faults: [string, (text: string) => string, Partial<ArrangementProblem>][] = [
  ['no text', () => ' \n', { code: 'empty' }],
  [
    'another year',
    (text) => text.replaceAll('2026年', '2025年'),
    { code: 'year-differs', expected: '2026年', found: '2025年' },
  ],
  [
    'neither a year nor a weekday',
    (text) =>
      text
        .slice(text.indexOf('一、'))
        .replace(/（[^（）]*）/g, '')
        .replace(/2025年11月4日/, ''),
    { code: 'year-unknown' },
  ],
  [
    'a wrong weekday',
    (text) => text.replace('1月1日（周四）', '1月1日（周五）'),
    { code: 'weekday-differs', phrase: '1月1日（周五）', expected: '周四', found: '周五' },
  ],
  [
    'a wrong weekday of a make-up day',
    (text) => text.replace('5月9日（周六）', '5月9日（周日）'),
    { code: 'weekday-differs', phrase: '5月9日（周日）', expected: '周六' },
  ],
  [
    'a weekday that there is not',
    (text) => text.replace('10月10日（周六）', '10月10日（周八）'),
    { code: 'bracket-unread', found: '周八' },
  ],
  [
    'a number of days that differs',
    (text) => text.replace('共9天', '共8天'),
    { code: 'count-differs', expected: '9天', found: '8天' },
  ],
  [
    'a range that is a day short',
    (text) => text.replace('至7日（周三）放假', '至6日（周二）放假'),
    { code: 'count-differs', expected: '6天', found: '7天' },
  ],
  [
    'a range from later to earlier',
    (text) => text.replace('4月4日（周六）至6日（周一）', '4月6日（周一）至4日（周六）'),
    { code: 'range-backwards' },
  ],
  [
    'a day that no month has',
    (text) => text.replace('2月28日（周六）', '2月30日（周六）'),
    { code: 'date-impossible', found: '2026年2月30日' },
  ],
  [
    'a month that there is not',
    (text) => text.replace('5月9日（周六）', '15月9日（周六）'),
    { code: 'date-impossible' },
  ],
  [
    'a day of another year',
    (text) => text.replace('5月1日（周五）', '2025年5月1日（周四）'),
    { code: 'day-of-other-year', expected: '2026年', found: '2025年' },
  ],
  [
    'a make-up day on a working day',
    (text) => text.replace('5月9日（周六）', '5月8日（周五）'),
    { code: 'makeup-not-weekend', found: '5月8日周五' },
  ],
  [
    'a make-up day within a holiday',
    (text) => text.replace('5月9日（周六）', '5月2日（周六）'),
    { code: 'makeup-on-day-off', found: '5月2日' },
  ],
  [
    'a make-up day twice',
    (text) => text.replace('5月9日（周六）', '2月28日（周六）'),
    { code: 'makeup-twice', found: '2月28日' },
  ],
  [
    'a make-up day months away',
    (text) => text.replace('5月9日（周六）', '8月1日（周六）'),
    { code: 'makeup-far', found: '8月1日' },
  ],
  [
    'two holidays on one day',
    (text) => text.replace('9月25日（周五）至27日（周日）放假，共3天', '9月25日（周五）至10月1日（周四）放假，共7天'),
    { code: 'days-overlap', found: '10月1日' },
  ],
  [
    'a holiday left out',
    (text) => text.replace(/五、端午节：.*\n/, ''),
    { code: 'holiday-missing', expected: '端午节' },
  ],
  ['a holiday twice', (text) => text.replace('六、中秋节', '六、端午节'), { code: 'holiday-twice', phrase: '端午节' }],
  [
    'a misspelt holiday',
    (text) => text.replace('四、劳动节', '四、劳功节'),
    { code: 'holiday-unknown', found: '劳功节' },
  ],
  [
    'a holiday without its days',
    (text) => text.replace('6月19日（周五）至21日（周日）放假，共3天。', ''),
    { code: 'rest-missing' },
  ],
  [
    'a misspelt 放假',
    (text) =>
      text.replace('4月6日（周一）放假', '4月6日（周一）放价').replace('至6日（周一）放假', '至6日（周一）放假期'),
    { code: 'sentence-unread' },
  ],
  [
    'a sentence with days that is not known',
    (text) => text.replace('5月9日（周六）上班。', '5月9日（周六）上午上班。'),
    { code: 'sentence-unread', phrase: '5月9日（周六）上午上班' },
  ],
  [
    'an addition that is not known',
    (text) => text.replace('共5天。', '共5天，与端午节合并。'),
    { code: 'sentence-unread', phrase: '与端午节合并' },
  ],
  [
    'a day without its month',
    (text) => text.replace('四、劳动节：5月1日', '四、劳动节：1日'),
    { code: 'sentence-unread', phrase: '1日（周五）' },
  ],
  [
    'a statutory day that is worked',
    (text) =>
      text.replace('10月1日（周四）至7日（周三）放假调休，共7天', '10月2日（周五）至8日（周四）放假调休，共7天'),
    { code: 'statutory-day-not-off', expected: '10月1日', found: '国庆节' },
  ],
  [
    'a make-up day left out',
    (text) => text.replace('9月20日（周日）、10月10日（周六）上班', '10月10日（周六）上班'),
    { code: 'exchange-unbalanced', expected: '3天', found: '4天' },
  ],
  [
    'a make-up day too many',
    (text) => text.replace('5月9日（周六）上班', '4月26日（周日）、5月9日（周六）上班'),
    { code: 'exchange-unbalanced', expected: '2天', found: '1天' },
  ],
];

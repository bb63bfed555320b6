const digits = '零一二三四五六七八九';
const units = ['', '十', '百', '千', '万'];

/** Gives a number from 1 to 99,999 as headings count: 一, 十二, 三百零五, 三千五百. */
export function chineseNumber(count: number): string {
  const places = [...String(count)].map(Number);
  const said = places.map((digit, index) => {
    const unit = units[places.length - 1 - index] ?? '';
    return digit === 0 ? '零' : `${digits[digit]}${unit}`;
  });
  return said.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

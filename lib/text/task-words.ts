/**
 * Gives the number of a task within its plan (任务9 of the code 2020-09), which both sides say on the telephone; the whole
 * code where it does not end in a number.
 */
export function taskNumber(code: string): string {
  return /(\d+)$/.exec(code)?.[1]?.replace(/^0+(?=\d)/, '') ?? code;
}

const han = '\\p{Script=Han}，。；：！？、（）“”《》';
const fullWidthMarks: Record<string, string> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };
const mark = new RegExp(`(?<=[${han}])[,;:!?]|[,;:!?](?=[${han}])`, 'gu');
const brackets = new RegExp(`\\(([^()]*[${han}][^()]*)\\)`, 'gu');

/**
 * Gives a task's text as the desks show it: the notice sets half-width marks between Chinese words, which look like
 * mistakes there. The text of the notice itself stays as it was issued.
 */
export function taskWords(text: string): string {
  return text
    .replace(brackets, '（$1）')
    .replace(mark, (one) => fullWidthMarks[one] ?? one)
    .replace(/ +(?=[，；：！？（）])|(?<=[，；：！？（）]) +/g, '');
}

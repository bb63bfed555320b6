import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOfHtml } from '@/lib/domain/report/pasted-html';
import { cleanPastedText } from '@/lib/domain/report/pasted-text';
import { cellsOf } from '@/lib/domain/report/text-tables';
import { copiedHtml } from '@/tests/support/pasted-html';

const pasted = (html: string) => {
  const text = textOfHtml(copiedHtml(html));
  return text === null ? null : cleanPastedText(text);
};

const wordTable = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- table.MsoTableGrid {border:solid windowtext 1.0pt;} --></style></head><body lang=ZH-CN style='tab-interval:21.0pt'>
<!--StartFragment-->
<p class=MsoNormal><span lang=EN-US>2020</span><span style='font-family:宋体'>年一季度完成情况
如下：</span></p>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=189 valign=top style='width:142.0pt'><p class=MsoNormal><span style='font-family:宋体'>指标<span lang=EN-US><o:p></o:p></span></span></p></td>
  <td width=189 valign=top><p class=MsoNormal><span>投资额</span></p></td>
  <td width=189 valign=top><p class=MsoNormal><span>完成率</span></p></td>
 </tr>
 <tr style='mso-yfti-irow:1'>
  <td width=189><p class=MsoNormal><span>中科曙光</span></p></td>
  <td width=189><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></td>
  <td width=189><p class=MsoNormal><span lang=EN-US>52%</span></p></td>
 </tr>
 <tr style='mso-yfti-irow:2'>
  <td width=189><p class=MsoNormal><span>责任单位</span></p></td>
  <td width=378 colspan=2><p class=MsoNormal><span>市发展改革委</span></p><p class=MsoNormal><span>市科技局</span></p></td>
 </tr>
 <![if !supportMisalignedColumns]>
 <tr height=0><td width=189 style='border:none'></td><td width=189 style='border:none'></td><td width=189 style='border:none'></td></tr>
 <![endif]>
</table>
<p class=MsoNormal><span>特此报告。</span></p>
<!--EndFragment--></body></html>`;

const wordList = `<body lang=ZH-CN><!--StartFragment-->
<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US style='font-family:Wingdings;mso-fareast-font-family:Wingdings;mso-bidi-font-family:Wingdings'><span
style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]><span
style='font-family:宋体'>推进车联网</span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span
style='mso-list:Ignore'>&Oslash;<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]><span>建成</span><span lang=EN-US>level 2</span></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US style='font-family:Symbol'><span
style='mso-list:Ignore'>&middot;<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span>第三项</span></p>
<!--EndFragment--></body>`;

const wpsList = `<html><head><meta name="Generator" content="WPS Office"></head><body>
<p class="MsoNormal" style="margin-left:21.0000pt;mso-list:l0 level1 lfo1;"><![if !supportLists]><span style="font-family:Wingdings;mso-ascii-font-family:Wingdings;"><span style='mso-list:Ignore;'>&#61550;<span>&nbsp;</span></span></span><![endif]><span style="font-family:宋体;">推进车联网</span></p>
<table class="MsoTableGrid" border="1"><tr><td valign="top" rowspan="2"><p class="MsoNormal"><span>区县</span></p></td><td><p class="MsoNormal"><span>企业数</span></p></td></tr><tr><td><p class="MsoNormal"><span>36</span></p></td></tr></table></body></html>`;

const excelRange = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="Microsoft Excel 15">
<style><!--td {mso-style-parent:style0;}--></style></head><body link="#0563C1">
<table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse:collapse;width:144pt'>
<!--StartFragment-->
 <col width=64 span=3 style='width:48pt'>
 <tr height=19 style='height:14.0pt'>
  <td height=19 width=64 style='height:14.0pt;width:48pt'>企业数</td>
  <td width=64 style='width:48pt'></td>
  <td align=right width=64 style='width:48pt'>36</td>
 </tr>
 <tr height=38><td height=38 class=xl65>第一行<br>
    第二行</td><td>甲｜乙</td><td align=right>1,200.50</td></tr>
 <tr height=0 style='display:none'><td width=64></td><td width=64></td><td width=64></td></tr>
<!--EndFragment--></table></body></html>`;

const libreOfficeTable = `<html><head><meta name="generator" content="LibreOffice 7.3"/></head><body>
<table width="100%" cellpadding="4" cellspacing="0"><col width="128*"/><col width="128*"/>
<thead><tr valign="top"><th width="50%"><p>指标</p></th><th><p>数值</p></th></tr></thead>
<tbody><tr valign="top"><td><p><br/></p></td><td><p>8</p></td></tr></tbody></table>
<ul><li><p>一</p></li><li><p>二</p></li></ul><ol start="3"><li><p>三</p></li></ol></body></html>`;

describe('copied HTML becomes a text in which', () => {
  const cases: [rule: string, html: string, text: string | null][] = [
    [
      'the cells of a table of Word stay in their columns, empty, merged and of several paragraphs',
      wordTable,
      '2020年一季度完成情况如下：\n｜指标｜投资额｜完成率｜\n｜中科曙光｜｜52%｜\n｜责任单位｜市发展改革委 市科技局｜｜\n特此报告。',
    ],
    ['bullets of Word are bullets', wordList, '● 推进车联网\n➢ 建成level 2\n• 第三项'],
    ['bullets and merged cells of WPS are kept', wpsList, '■ 推进车联网\n｜区县｜企业数｜\n｜｜36｜'],
    [
      'a range of Excel keeps its empty cells, and lines and bars within a cell stay in it',
      excelRange,
      '｜企业数｜｜36｜\n｜第一行 第二行｜甲|乙｜1,200.50｜',
    ],
    ['a table and lists of LibreOffice are kept', libreOfficeTable, '｜指标｜数值｜\n｜｜8｜\n• 一\n• 二\n3. 三'],
    ['a table of one column is a list of lines', '<table><tr><td>一</td></tr><tr><td>二</td></tr></table>', '一\n二'],
    [
      'a table that lays out a page gives the table within',
      '<table><tr><td>目录</td><td><table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>',
      '目录\n｜甲｜1｜',
    ],
    ['a paragraph without tables or symbols is left to its plain text', '<p>一</p><p>二</p>', null],
  ];
  test.each(cases)('%s', (_rule, html, text) => {
    expect(pasted(html)).toBe(text);
  });
});

const word = fc.constantFrom('', '甲', '36', '完成率 50%', 'a b', '｜', '王\uE863');
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((columns) =>
    fc.array(fc.array(word, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
  );

test('every cell of a table is found in its row and column', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const html = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`).join('\n')}</table>`;
      const read = (pasted(html) ?? '').split('\n').map(cellsOf);
      expect(read).toEqual(rows.map((row) => row.map((cell) => cell.replace('｜', '|'))));
    }),
    { numRuns: 500 },
  );
});

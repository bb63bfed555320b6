const punctuation = /[\s\p{P}\p{S}\p{Cf}]/gu;

/** The words with which officials write that there is nothing, without punctuation. */
const nothing =
  /^(目前|当前|暂时|本(?:月|季度?|半年|年度?|期)|尚)*(暂)?(无|没有|没|未有|不存在|未发现)(存在|发现)?(任何)?(的)?(新)?(问题|困难|进展)?$/;

/** Says whether a text says that there is nothing: 无, 暂无, 没有问题, or a dash in their place. */
export function saysNothing(text: string): boolean {
  if (text.trim() === '') return false;
  const words = text.replace(punctuation, '');
  return words === '' || nothing.test(words);
}

const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Says whether a text is a unified social credit code: 18 characters, the last of which follows from the others (GB 32100-2015, 5.2 and its
 * annex: weights are the powers of 3 modulo 31).
 */
export function isCreditCode(text: string): boolean {
  const values = [...text].map((character) => characters.indexOf(character));
  if (values.length !== 18 || values.includes(-1)) return false;
  const check = values.pop();
  let weight = 1;
  let sum = 0;
  for (const value of values) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return check === (31 - (sum % 31)) % 31;
}

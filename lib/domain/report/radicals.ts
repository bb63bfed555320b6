/**
 * Characters of the block CJK Radicals Supplement as they come out of PDF files, each with the ideograph that was meant:
 * the last two digits of the radical, then the ideograph, by EquivalentUnifiedIdeograph of the Unicode Character Database.
 */
const supplement =
  '815382 824e5b 834e5a 844e59 854ebb 865182 885200 895202 8a535c 8c5c0f 8d5c0f 8e5140 8f5c23 905c22 ' +
  '925df3 935e7a 945f51 955f50 965fc4 975fc3 98624c 996535 9b65e1 9c65e5 9d6708 9e6b7a 9f6bcd a06c11 ' +
  'a16c35 a26c3a a3706c a4722b a5722b a64e2c a7725b a872ad a9738b ab76ee ac793a ad793b af7cf9 b07e9f ' +
  'b17f53 b27f52 b45197 b67f8a b98002 ba8080 bb807f bc8089 be8279 bf8279 c08279 c1864e c28864 c38980 ' +
  'c4897f c589c1 c689d2 c88ba0 c98d1d cb8f66 cc8fb6 cd8fb6 ce8fb6 cf9091 d09485 d19577 d29578 d3957f ' +
  'd495e8 d6961d d796e8 d89752 d997e6 da9875 db98ce dc98de dd98df df98e0 e09963 e29a6c e39aa8 e49b3c ' +
  'e59c7c e69e1f e75364 e89ea6 e99ec4 ea9efe eb6589 ec9f50 ed6b6f ee9f7f ef7adc f09f99 f19f9c f24e80 ' +
  'f39f9f';

const ofSupplement = new Map(
  supplement.split(' ').map((pair) => {
    const [radical, ideograph] = [pair.slice(0, 2), pair.slice(2)].map((digits) => Number.parseInt(digits, 16));
    return [String.fromCharCode(0x2e00 + (radical ?? 0)), String.fromCharCode(ideograph ?? 0)];
  }),
);

const radicals = /[\u2E80-\u2EF3\u2F00-\u2FD5\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu;

/**
 * Gives a text with the ideographs that were meant in place of radicals and compatibility ideographs, which look the same
 * and are found by no search. Everything else stays, punctuation too.
 */
export function withMeantIdeographs(text: string): string {
  return text.replace(radicals, (char) => ofSupplement.get(char) ?? char.normalize('NFKC'));
}

import 'server-only';

/** Page measures of GB/T 9704-2012, 5.2 and 6, in twips (twentieths of a point) and half points. */
const twipsPerMillimetre = 1440 / 25.4;
const millimetres = (length: number) => Math.round(length * twipsPerMillimetre);

export const paper = { width: millimetres(210), height: millimetres(297) };
/** The type area of 156 × 225 mm; a landscape page is bound at its top. */
export const margins = {
  portrait: {
    top: millimetres(37),
    left: millimetres(28),
    bottom: millimetres(35),
    right: millimetres(26),
  },
  landscape: {
    top: millimetres(28),
    left: millimetres(35),
    bottom: millimetres(26),
    right: millimetres(37),
  },
};
export type PageForm = keyof typeof margins;

/** In half points: 2号 22 pt, 3号 16 pt, 4号 14 pt, 小四 12 pt. */
export const size = { title: 44, body: 32, pageNumber: 28, table: 24 };
/** 22 lines in 225 mm. */
export const linePitch = 579;
export const charactersInLine = 28;
/** 28 characters of 16 pt are wider than 156 mm; a quarter of a point less for each makes them fit. */
export const characterSpacing = -5;
export const character = size.body * 10;
export const twoCharacters = character * 2;
/** The page number begins 7 mm below the type area. */
export const footerDistance = (form: PageForm) => margins[form].bottom - millimetres(7) - size.pageNumber * 10;
/** Width of the type area. */
export const areaWidth = { portrait: millimetres(156), landscape: millimetres(225) };

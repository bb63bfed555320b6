import type { Translate } from '@/lib/text/translator';

/**
 * The images in the clipboard where it holds no text (Word copies a picture of every text beside it), numbered after the
 * files that are `present`.
 */
export function pastedImages(t: Translate, clipboard: DataTransfer, present: number): File[] {
  if (clipboard.getData('text/plain') !== '') return [];
  const images = [...clipboard.files].filter(({ type }) => type.startsWith('image/'));
  // Browsers call each of them image.png.
  return images.map((image, index) => {
    const kind = image.type.replace(/^image\//, '').replace('jpeg', 'jpg');
    return new File([image], t('evidence.pasted', { number: present + index + 1, kind }), { type: image.type });
  });
}

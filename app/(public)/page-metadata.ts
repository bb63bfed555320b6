import type { Metadata } from 'next';
import { getT } from '@/lib/text/get-t';

type PageMetadata = {
  title: string;
  column: string;
  description?: string;
  /** '2020-03-26' or '2020-03-26 09:00' in the portal's zone. */
  publishedAt?: string;
  source?: string;
};

/** A page's title and the meta tags that the guidelines for government sites (国办发〔2017〕47号) ask of columns and articles. */
export function pageMetadata({ title, column, description, publishedAt, source }: PageMetadata): Metadata {
  const t = getT();
  const article = {
    ...(publishedAt && { ArticleTitle: title, PubDate: publishedAt }),
    ...(source && { ContentSource: source }),
  };
  return { title, description, other: { SiteName: t('layout.name'), ColumnName: column, ...article } };
}

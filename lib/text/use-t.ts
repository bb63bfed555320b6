/** The translator of this page, for every component: package.json tells which of the two files a module means. */
export { useT } from '#text/use-t';

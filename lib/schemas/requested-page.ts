import { z } from 'zod';

/** The header in which the portal passes the address of a desk's page on to itself. */
export const requestedPageHeader = 'x-requested-page';

/**
 * A page of a desk to open after signing in, with its query and its anchor. Anything else, above all another site's
 * address, is ignored.
 */
export const requestedPageSchema = z
  .string()
  .max(2000)
  .regex(
    /^\/(account|admin|calendar|desk|filing|messages|plans|register|review)(\/[\w-]+)*(\?[\w%&+.,:=~*-]*)?(#[\w%-]*)?$/,
  )
  .optional()
  .catch(undefined);

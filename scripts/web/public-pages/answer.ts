import type { ServerResponse } from 'node:http';
import { type Answer, withFacts } from './made-page.ts';
import { withWholeMissingPage } from './missing-page.ts';
import { PublicPages } from './public-pages.ts';

function fail(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.statusCode = 500;
  response.end();
}

/**
 * Puts the kept public pages before the framework. A development server keeps none, because its pages change with the
 * sources.
 */
export function withPublicPages(framework: Answer, databaseUrl: string | undefined): Answer {
  const pages = new PublicPages(framework, databaseUrl);
  const isKept = process.env.NODE_ENV !== 'development';
  const answer: Answer = async (request, response) => {
    if (isKept && (await pages.serve(request, response))) return;
    await withFacts(async (facts) => {
      withWholeMissingPage(request, response, facts, () => pages.missing());
      await framework(request, response);
    });
  };
  return (request, response) => answer(request, response).catch(() => fail(response));
}

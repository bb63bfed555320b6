import { messages } from './console-messages.mjs';
import { runMain } from './operator-error';
import { repair } from './repair';
import { withDatabase } from './with-database';

runMain(() =>
  withDatabase(async (url) => {
    const sentences = await repair(url);
    console.log(sentences.length > 0 ? sentences.join('\n') : messages.nothingToRepair);
  }),
);

import { compilePortal } from './build';
import { messages } from './console-messages.mjs';
import { runMain } from './operator-error';
import { generatePrismaClient } from './prisma-client';

/** `npm run build`: makes what `npm run serve` serves; needs no database. */
runMain(async () => {
  await generatePrismaClient();
  await compilePortal();
  console.log(messages.built);
});

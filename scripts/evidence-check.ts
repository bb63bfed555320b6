import { diskHealth, evidenceHealth } from '@/lib/server/files/evidence-health';
import { evidenceFolder, s3Settings } from '@/lib/server/files/evidence-settings';
import { messages } from './console-messages.mjs';
import { OperatorError, runMain } from './operator-error';

const gigabytes = (bytes: number) => (bytes / 1024 ** 3).toFixed(1);

runMain(async () => {
  const { ok, reason, detail = '' } = await evidenceHealth();
  const bucket = s3Settings();
  const place = bucket ? `${bucket.endpoint ?? 'S3'}/${bucket.bucket}` : evidenceFolder();
  // A store that does not answer may come back by itself; one that refuses needs somebody to change the settings.
  if (!ok && reason === 'refused') throw new OperatorError(messages.evidenceRefused(place, detail));
  if (!ok) console.log(messages.evidenceUnreachable(place));
  const { ok: isDiskFine, freeBytes, floorBytes } = await diskHealth();
  if (!isDiskFine) console.log(messages.diskNearlyFull(gigabytes(freeBytes), gigabytes(floorBytes)));
});

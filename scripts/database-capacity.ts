import { portalSettingsSchema, settingsOf } from '@/lib/server/process/env';
import { messages } from './console-messages.mjs';
import { query } from './database-client';

/** Both processes of a portal have a pool; beside it they listen, and send, do and supervise jobs. */
const besidePools = 10;

const available = `select current_setting('max_connections')::int
  - current_setting('superuser_reserved_connections')::int as connections`;

/** Warns where one portal may open more connections than the operator's own database allows. */
export async function warnOfConnections(url: string): Promise<void> {
  const { DATABASE_CONNECTIONS: pool } = settingsOf(portalSettingsSchema.pick({ DATABASE_CONNECTIONS: true }));
  const needed = 2 * pool + besidePools;
  const [server] = await query<{ connections: number }>(url, available);
  if (server && server.connections < needed) console.warn(messages.connectionsShort(needed, server.connections));
}

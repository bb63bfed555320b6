import { createServer } from 'node:http';

// The limit of a public page: plain node:http that sends the same header lines and the same bytes from memory.
// A process of its own; it imports nothing of the portal.

type Task = { status: number; headers: [string, string][]; body: string };

process.once('message', (task: Task) => {
  const body = Buffer.from(task.body, 'base64');
  const headers = Object.fromEntries(task.headers);
  const server = createServer((_request, response) => {
    response.writeHead(task.status, headers);
    response.end(body);
  });
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
});
process.on('SIGTERM', () => process.exit(0));

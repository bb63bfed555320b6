// Loaded into processes that a command starts, so that they do not outlive a command killed by SIGKILL. Processes that
// these start with a channel of their own are not affected.
if (process.env.PORTAL_PARENT === String(process.ppid)) {
  process.on('disconnect', () => process.exit(1));
  process.channel?.unref();
}

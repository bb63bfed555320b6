// Loaded into what a command starts, so that it does not outlive a command killed by SIGKILL. What it starts in turn,
// with a channel of its own, goes its own way.
if (process.env.PORTAL_PARENT === String(process.ppid)) {
  process.on('disconnect', () => process.exit(1));
  process.channel?.unref();
}

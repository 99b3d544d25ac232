// Loaded before a child of the launcher (`node --import`): when the launcher dies, however, the child ends as well.
if (process.channel) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}

/** Loaded into the gateway: when the start that holds it is killed, the gateway stops in good order instead of keeping the port. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

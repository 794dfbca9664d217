// vitest's setupFile of the projects on engines: a worker whose test still waits must not outlive
// the run that was killed.
process.once('disconnect', () => process.exit(1))

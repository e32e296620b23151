// Loaded before tap's own part, which notes every module that is loaded, for coverage and for watching: neither is
// asked for, and it takes a quarter of the CPU time in which a test starts.
process.env._TAPJS_PROCESSINFO_EXCLUDE_ = '/./'
await import('../../src/packed.js')

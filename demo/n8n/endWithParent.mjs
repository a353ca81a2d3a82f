// Loaded into n8n by the demo: when the demo is gone, however it went, its n8n must not stay behind.
process.on('disconnect', () => process.exit(1));

const base = require('../../jest.config.js');

const [[, swc]] = Object.entries(base.transform);

/** Tests in a real n8n process: one file after the other, as each starts an n8n of its own. */
module.exports = {
	...base,
	rootDir: '../..',
	roots: ['<rootDir>/test/n8n'],
	testPathIgnorePatterns: ['/node_modules/'],
	transform: { '^.+\\.m?[jt]s$': swc },
	maxWorkers: 1,
	testTimeout: 240_000,
};

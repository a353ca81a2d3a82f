const base = require('../../jest.config.js');

const [[, swc]] = Object.entries(base.transform);

/** Tests of the simulator's page in a real browser: one file after the other, as each starts a browser of its own. */
module.exports = {
	...base,
	rootDir: '../..',
	roots: ['<rootDir>/test/page'],
	testPathIgnorePatterns: ['/node_modules/'],
	transform: { '^.+\\.m?[jt]s$': swc },
	maxWorkers: 1,
	testTimeout: 60_000,
};

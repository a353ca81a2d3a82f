const base = require('../../jest.config.js');

/** The trigger's random histories for as long as one likes: `SOAK_MINUTES=5 npm run test:soak`, an hour by default. */
module.exports = {
	...base,
	rootDir: '../..',
	roots: ['<rootDir>/test/soak'],
	testPathIgnorePatterns: ['/node_modules/'],
};

/** Tests run as CommonJS through swc; types are checked apart, by `npm run typecheck`. */
module.exports = {
	testEnvironment: 'node',
	// A slow or busy machine decides nothing.
	testTimeout: 60_000,
	roots: ['<rootDir>/test'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/n8n/', '<rootDir>/test/page/', '<rootDir>/test/queue/'],
	testMatch: ['**/*.test.ts', '**/*.test.mts'],
	moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'json', 'node'],
	transform: {
		'^.+\\.m?ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
};

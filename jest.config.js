/** Tests run as CommonJS through swc; types are checked apart, by `npm run typecheck`. */
module.exports = {
	testEnvironment: 'node',
	// By default jest leaves one core alone, which is half of two.
	maxWorkers: '100%',
	// A slow or busy machine decides nothing.
	testTimeout: 60_000,
	roots: ['<rootDir>/test'],
	// Each has a command of its own.
	testPathIgnorePatterns: [
		'/node_modules/',
		...['n8n', 'page', 'queue', 'soak'].map((name) => `<rootDir>/test/${name}/`),
	],
	testMatch: ['**/*.test.ts', '**/*.test.mts'],
	moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'json', 'node'],
	transform: {
		'^.+\\.m?ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
};

/** Tests run on the TypeScript sources; the ones through n8n's engine load what `npm run build` made. */
export default {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
	},
	transformIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
	maxWorkers: 2,
	testTimeout: 60_000,
};

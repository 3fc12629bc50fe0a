import { availableParallelism } from 'node:os';

/** Tests run on the TypeScript sources; the ones through n8n's engine load what `npm run build` made. */
const common = {
	// n8n's engine is loaded once for all files of a worker.
	testEnvironment: '<rootDir>/test/support/engineEnvironment.cjs',
	moduleNameMapper: { '^(n8n-core|n8n-workflow|luxon)$': '<rootDir>/test/support/once/$1.cjs' },
	setupFilesAfterEnv: ['<rootDir>/test/support/matchers.ts'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{
				jsc: {
					target: 'es2022',
					parser: { syntax: 'typescript' },
					// As tsconfig.json has it: fields of a class may use what its constructor takes.
					transform: { useDefineForClassFields: false },
				},
			},
		],
	},
	transformIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
	// Looking up a global takes 0.15 microseconds in Jest's sandbox, so modules get these as parameters. Not among
	// them: Date and timers, which tests replace, and what some module declares itself, such as Buffer, URL and JSON.
	sandboxInjectedGlobals: [
		...['Object', 'Array', 'String', 'Number', 'Symbol', 'Promise', 'Error', 'RegExp'],
		...['Map', 'Set', 'WeakMap', 'Math', 'Reflect', 'process'],
	],
};

/** A room of `test/`: what is in it can be run with `npx jest --selectProjects <room>`. */
const room = (displayName) => ({
	...common,
	displayName,
	...(displayName !== 'unit' && { globalSetup: '<rootDir>/test/support/checkBuild.cjs' }),
	testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
	// What outgrew a run of all tests: `npm run test:full` has it, see `jest.full.mjs`.
	testPathIgnorePatterns: ['/node_modules/', '\\.full\\.test\\.ts$'],
});

const ROOMS = ['unit', 'contract', 'node', 'trigger', 'guarantees', 'examples'];

/** Tests that are laid into another folder of `test/` for a run, such as somebody's reproductions. */
const guests = {
	...room('guests'),
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', ...ROOMS.map((name) => `<rootDir>/test/${name}/`)],
};

export default {
	projects: [...ROOMS.map(room), guests],
	testSequencer: '<rootDir>/test/slowFirst.mjs',
	// As many as there are cores, since no test waits in real time; each takes some CPU seconds to start.
	maxWorkers: Math.min(availableParallelism(), 4),
	testTimeout: 60_000,
	// A worker keeps n8n's engine, and what the tests of many files leave with it.
	workerIdleMemoryLimit: '3GB',
};

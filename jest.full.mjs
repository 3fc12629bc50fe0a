import config from './jest.config.mjs';

// Tests read it in `test/support/breadth.ts`; the workers inherit it.
process.env.BREADTH = 'full';

/** The suites that a pull request runs on samples, with everything: every plan, secret, text, and fault. */
const WIDE = [
	'guarantees/faults/*.test.ts',
	'guarantees/hostile/{inputs,nothing,rows,secrets}*.test.ts',
	'guarantees/money/creates.*.test.ts',
	'trigger/{*Histories,manyInstances}.test.ts',
	'node/fleet/acceptance/properties.test.ts',
	// Too slow for every run, each for the reason in its first lines.
	'**/*.full.test.ts',
];

const [room] = config.projects;

export default {
	...config,
	projects: [
		{
			...room,
			displayName: 'full',
			globalSetup: '<rootDir>/test/support/checkBuild.cjs',
			testMatch: WIDE.map((path) => `<rootDir>/test/${path}`),
			testPathIgnorePatterns: ['/node_modules/'],
		},
	],
};

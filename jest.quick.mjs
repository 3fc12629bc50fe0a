import config from './jest.config.mjs';

/** What says within a minute whether a change broke something: single files, the manifest, an operation of each cloud. */
const QUICK = [
	'unit/**/*.test.ts',
	'contract/facts/docs.test.ts',
	'contract/package/{documents,package,suites}.test.ts',
	'contract/descriptions/{defaults,names,invariants}.test.ts',
	'node/*/topics.test.ts',
	// What is dearest to lose: one create an item, none forgotten or remembered too long, no secret in an output.
	'guarantees/money/{deleted,once}.test.ts',
	'guarantees/hostile/secretsNode.test.ts',
];

const [room] = config.projects;

export default {
	...config,
	projects: [
		{
			...room,
			displayName: 'quick',
			globalSetup: '<rootDir>/test/support/checkBuild.cjs',
			testMatch: QUICK.map((path) => `<rootDir>/test/${path}`),
		},
	],
};

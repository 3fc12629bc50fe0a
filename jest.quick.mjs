import config from './jest.config.mjs';

/** What says within a minute whether a change broke something: single files, the manifest, and an operation of each cloud. */
const QUICK = [
	'unit/**/*.test.ts',
	'contract/facts/docs.test.ts',
	'contract/package/{documents,package}.test.ts',
	'contract/descriptions/{defaults,names,invariants}.test.ts',
	'node/*/topics.test.ts',
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

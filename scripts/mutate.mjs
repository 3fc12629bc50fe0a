/**
 * Changes the code that guards money, one place at a time, and counts which changes no test notices.
 *
 *     npm run mutate                                       all rooms
 *     npm run mutate -- create orders                      rooms, see mutation/rooms.mjs
 *     npm run mutate -- nodes/shared/create/recover.ts     a file, or some lines of one: recover.ts:20-30
 *
 * Options: `--concurrency 1`; `--quick` without the tests through n8n's engine; `--incremental` only what has changed
 * since the last run with it.
 */
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

import { scoreOf, show } from './mutation/report.mjs';
import { ROOMS, roomOf } from './mutation/rooms.mjs';
import { root } from './root.mjs';

/** Percent of the mutants that tests have to notice. */
const LEAST = 90;

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: {
		concurrency: { type: 'string', default: '2' },
		incremental: { type: 'boolean', default: false },
		quick: { type: 'boolean', default: false },
	},
});
const chosen = positionals.length > 0 ? positionals : Object.keys(ROOMS);
const mutate = chosen.flatMap((one) =>
	one in ROOMS
		? ROOMS[one].sources.map((source) => (source.endsWith('.ts') ? source : `${source}/**/*.ts`))
		: [one],
);
const rooms = [...new Set(chosen.map((one) => (one in ROOMS ? one : roomOf(one.split(':')[0]))))];
if (rooms.includes(undefined)) {
	console.error(`Choose among ${Object.keys(ROOMS).join(', ')}, or a file in one of them.`);
	process.exit(2);
}

process.chdir(root);
// The tests of single files run on the sources alone.
if (!values.quick) execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });

const reports = join('reports', 'mutation', positionals.length > 0 ? rooms.join('-') : 'all');
const mutants = await new Stryker({
	mutate,
	rooms,
	isQuick: values.quick,
	plugins: ['runner', 'prose', 'report'].map((name) =>
		join(root, 'scripts', 'mutation', `${name}.mjs`),
	),
	testRunner: 'money',
	ignorers: ['prose'],
	// Not in the project, where Jest would find each file twice.
	tempDirName: join(tmpdir(), `mutation-${process.pid}`),
	cleanTempDir: 'always',
	// In the sandbox, whose path Stryker does not put in quotes.
	buildCommand: values.quick ? undefined : 'node scripts/mutation/build.mjs',
	disableTypeChecks: false,
	coverageAnalysis: 'perTest',
	concurrency: Number(values.concurrency),
	// A worker keeps what the tests of many files leave in n8n's engine.
	maxTestRunnerReuse: values.quick ? 500 : 100,
	testRunnerNodeArgs: [
		'--max-old-space-size=2048',
		'--max-semi-space-size=64',
		'--single-threaded-gc',
	],
	// The runner itself ends tests that hang; this is for a mutant that blocks the process.
	timeoutMS: 120_000,
	dryRunTimeoutMinutes: 60,
	ignorePatterns: ['docs', 'reports', 'coverage', '.n8n-runtime', '.github', 'test/support/sdks'],
	incremental: values.incremental,
	incrementalFile: join(reports, 'incremental.json'),
	reporters: ['html', 'json', 'missed', 'progress-append-only'],
	htmlReporter: { fileName: join(reports, 'index.html') },
	jsonReporter: { fileName: join(reports, 'mutation.json') },
	warnings: { slow: false, unknownOptions: false },
	thresholds: { high: 95, low: LEAST, break: null },
}).runMutationTest();

show(mutants);
const score = scoreOf(mutants);
if (score < LEAST) {
	console.error(
		`Tests noticed ${score.toFixed(1)} % of the mutants; at least ${LEAST} % are needed.`,
	);
	process.exitCode = 1;
}

import { PluginKind, commonTokens, declareClassPlugin, tokens } from '@stryker-mutator/api/plugin';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

import { roomOf, suitesOf } from './rooms.mjs';

/** For what the environment does not end by CPU time, such as what runs before a test, milliseconds. */
const LONGEST_TEST = 600_000;

const STATUS = { passed: 0, failed: 1 };
const SKIPPED = 2;

/**
 * Runs Jest in the process of a Stryker worker, a file of tests at a time: first the one that has last noticed a mutant
 * of the same source, and no further one after a test has failed. Stryker's own runner for Jest begins anew and loads all
 * files for each mutant, which here costs a hundred times as much.
 */
class JestRunner {
	static inject = tokens(commonTokens.options);

	/** Suites that noticed mutants, the latest first, by the path of the source. */
	killers = new Map();

	constructor({ rooms, isQuick }) {
		Object.assign(this, { rooms, isQuick });
	}

	/** Stryker calls it in the sandbox, whose environment Jest takes too. */
	async init() {
		this.root = process.cwd();
		this.tookFile = join(this.root, '.took.json');
		const require = createRequire(join(this.root, 'package.json'));
		const environment = join(this.root, 'scripts', 'mutation', 'environment.cjs');
		Object.assign(this, require(environment));
		// The parts that Jest itself is made of.
		const jest = createRequire(createRequire(require.resolve('jest')).resolve('@jest/core'));
		this.TestRunner = jest('jest-runner').default;
		const { default: base } = await import(pathToFileURL(join(this.root, 'jest.config.mjs')).href);
		const config = {
			...base.projects[0],
			globalSetup: undefined,
			rootDir: this.root,
			roots: ['nodes', 'credentials', 'emulator', 'test', 'dist'].map((name) =>
				join(this.root, name),
			),
			testMatch: ['**/*.test.ts'],
			testEnvironment: environment,
			cacheDirectory: join(this.root, '.jest'),
			// By its place, Stryker knows whether a test has changed since the last run.
			testLocationInResults: true,
		};
		const given = { config: JSON.stringify(config), runInBand: true, silent: true };
		const { globalConfig, configs } = await jest('jest-config').readConfigs(given, [this.root]);
		this.globalConfig = globalConfig;
		this.context = await jest('jest-runtime').default.createContext(configs[0], {
			console,
			maxWorkers: 1,
			watch: false,
			watchman: false,
		});
	}

	capabilities() {
		return { reloadEnvironment: true };
	}

	async dryRun() {
		const { stryker } = this;
		Object.assign(stryker, { bail: false, only: undefined, activeMutant: undefined });
		stryker.mutantCoverage = { static: {}, perTest: {} };
		const suites = new Set(this.rooms.flatMap((name) => suitesOf(name, this.isQuick)));
		const tests = [];
		for (const suite of suites) {
			const ran = await this.run(suite);
			if (ran.error) return { status: 'error', errorMessage: `${suite}: ${ran.error}` };
			tests.push(...ran.tests);
		}
		// The other workers have not seen the tests without a mutant.
		writeFileSync(this.tookFile, JSON.stringify(stryker.took));
		return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage };
	}

	async mutantRun({ activeMutant, testFilter, sandboxFileName, hitLimit }) {
		const { stryker } = this;
		this.took ??= stryker.took = JSON.parse(readFileSync(this.tookFile, 'utf8'));
		const source = relative(this.root, sandboxFileName).replaceAll('\\', '/');
		const only = testFilter && new Set(testFilter);
		const reached = only && new Set(testFilter.map((id) => id.slice(0, id.indexOf(' > '))));
		const known = this.killers.get(source) ?? [];
		const suites = suitesOf(roomOf(source), this.isQuick).filter(
			(suite) => !reached || reached.has(suite),
		);
		const order = [...known.filter((one) => suites.includes(one)), ...suites];
		Object.assign(stryker, { bail: true, only, hitLimit, activeMutant: activeMutant.id });
		let nrOfTests = 0;
		try {
			for (const suite of new Set(order)) {
				stryker.hitCount = hitLimit === undefined ? undefined : 0;
				const ran = await this.run(suite);
				if (hitLimit !== undefined && stryker.hitCount > hitLimit)
					return { status: 'timeout', reason: 'It goes round in circles' };
				if (ran.error) return { status: 'error', errorMessage: ran.error };
				nrOfTests += ran.tests.filter(({ status }) => status !== SKIPPED).length;
				const failed = ran.tests.find(({ status }) => status === STATUS.failed);
				if (!failed) continue;
				this.killers.set(source, [suite, ...known.filter((one) => one !== suite)].slice(0, 2));
				const { id, failureMessage } = failed;
				return failureMessage.includes(this.ENDLESS) || /Exceeded timeout of/.test(failureMessage)
					? { status: 'timeout', reason: `${id} does not end` }
					: { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
			}
			return { status: 'survived', nrOfTests };
		} finally {
			stryker.activeMutant = undefined;
		}
	}

	/** Runs one file of tests. */
	async run(suite) {
		const runner = new this.TestRunner({ ...this.globalConfig, testTimeout: LONGEST_TEST }, {});
		let tests = [];
		let error;
		runner.on('test-file-success', ([, result]) => {
			const { testExecError: thrown, testFilePath: fileName, testResults } = result;
			error = thrown && `${thrown.message} ${thrown.stack ?? ''}`;
			tests = testResults.map(({ ancestorTitles, title, status, ...test }) => {
				const id = this.idOf(fileName, [...ancestorTitles, title]);
				return {
					...{ id, name: id, fileName, timeSpentMs: test.duration ?? 0 },
					...(test.location && { startPosition: { ...test.location } }),
					status: STATUS[status] ?? SKIPPED,
					failureMessage: test.failureMessages[0],
				};
			});
		});
		runner.on('test-file-failure', ([, thrown]) => {
			error = `${thrown.message} ${thrown.stack ?? ''}`;
		});
		const test = { context: this.context, path: join(this.root, suite) };
		await runner.runTests([test], { isInterrupted: () => false }, { serial: true });
		return { tests, error };
	}
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'money', JestRunner)];

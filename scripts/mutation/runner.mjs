import { PluginKind, commonTokens, declareClassPlugin, tokens } from '@stryker-mutator/api/plugin';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

import { roomOf, suitesOf } from './rooms.mjs';

/** A test that has not ended by then never will: the slowest one takes two seconds on an idle machine. */
const LONGEST_TEST = 15_000;

const STATUS = { passed: 0, failed: 1 };
const SKIPPED = 2;

/**
 * Runs Jest in the process of a Stryker worker, a file of tests at a time: first the one that has last noticed a mutant
 * of the same source, and no further one after a test has failed. Stryker's own runner for Jest loads all files for each
 * mutant, which here costs a hundred times as much.
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
		const require = createRequire(join(this.root, 'package.json'));
		this.jest = require('jest');
		const environment = './scripts/mutation/environment.cjs';
		const { stryker, idOf } = require(environment);
		Object.assign(this, { stryker, idOf });
		const { default: base } = await import(pathToFileURL(join(this.root, 'jest.config.mjs')).href);
		const { moduleNameMapper, setupFilesAfterEnv, transform } = base.projects[0];
		const { transformIgnorePatterns, sandboxInjectedGlobals } = base.projects[0];
		const folders = ['nodes', 'credentials', 'emulator', 'test', 'dist', 'index.ts'];
		this.config = {
			...{ moduleNameMapper, setupFilesAfterEnv, transform },
			...{ transformIgnorePatterns, sandboxInjectedGlobals },
			rootDir: this.root,
			roots: folders.slice(0, -1).map((folder) => join(this.root, folder)),
			testEnvironment: join(this.root, environment),
			cacheDirectory: join(this.root, '.jest'),
			reporters: [],
		};
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
			const ran = await this.run(suite, 60_000);
			if (ran.error) return { status: 'error', errorMessage: `${suite}: ${ran.error}` };
			tests.push(...ran.tests);
		}
		return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage };
	}

	async mutantRun({ activeMutant, testFilter, sandboxFileName, hitLimit }) {
		const { stryker } = this;
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
				const ran = await this.run(suite, LONGEST_TEST);
				if (hitLimit !== undefined && stryker.hitCount > hitLimit)
					return { status: 'timeout', reason: 'It goes round in circles' };
				if (ran.error) return { status: 'error', errorMessage: ran.error };
				nrOfTests += ran.tests.filter(({ status }) => status !== SKIPPED).length;
				const failed = ran.tests.find(({ status }) => status === STATUS.failed);
				if (!failed) continue;
				this.killers.set(source, [suite, ...known.filter((one) => one !== suite)].slice(0, 2));
				const { id, failureMessage } = failed;
				return /Exceeded timeout of/.test(failureMessage)
					? { status: 'timeout', reason: `${id} does not end` }
					: { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
			}
			return { status: 'survived', nrOfTests };
		} finally {
			stryker.activeMutant = undefined;
		}
	}

	/** Runs one file of tests. */
	async run(suite, testTimeout) {
		const config = JSON.stringify({ ...this.config, testTimeout });
		const given = { $0: 'stryker', _: [suite], config, runTestsByPath: true, runInBand: true };
		const { results } = await this.jest.runCLI({ ...given, silent: true }, [this.root]);
		const [{ testExecError, testFilePath, testResults }] = results.testResults;
		if (testExecError) return { error: `${testExecError.message} ${testExecError.stack ?? ''}` };
		const tests = testResults.map(
			({ ancestorTitles, title, status, duration, failureMessages }) => {
				const id = this.idOf(testFilePath, [...ancestorTitles, title]);
				return {
					...{ id, name: id, fileName: testFilePath, timeSpentMs: duration ?? 0 },
					status: STATUS[status] ?? SKIPPED,
					failureMessage: failureMessages[0],
				};
			},
		);
		return { tests };
	}
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'money', JestRunner)];

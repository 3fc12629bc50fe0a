const { relative } = require('node:path');

const EngineEnvironment = require('../../test/support/engineEnvironment.cjs');

const root = process.cwd();

/** What a test fails with that does not end. */
const ENDLESS = 'This test does not end';

/**
 * What the instrumented sources look at: which mutant is active, and where they count what is reached. Stryker's
 * instrumenter gives the name `__stryker__` and the members, of which `only`, `bail`, and `took`, the CPU time of each
 * test, are ours.
 *
 * @type {{ activeMutant?: string, currentTestId?: string, hitCount?: number, hitLimit?: number,
 *   mutantCoverage?: object, only?: Set<string>, bail?: boolean, took: Record<string, number> }}
 */
const stryker = { took: {} };

/** How often the CPU time of a test is looked at, milliseconds. */
const LOOK = 500;
/** A test that used less CPU time than that since the last look waits for something, milliseconds. */
const IDLE = 5;
/** So many looks in a row at a test that waits: none waits in real time, but for a name server. */
const IDLE_LOOKS = 24;
/** CPU time after which a test goes round in circles, milliseconds, and how often that which it takes without a mutant. */
const LONGEST = 2_000;
const LONGER = 5;

/** CPU time of this process, milliseconds. */
const used = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
};

/** Hooks that fail if they do not end: unlike a test, one runs many times. */
const ends = new WeakSet();

/** A test or hook that fails if it does not end, by CPU time: so no mutant counts as noticed because a machine is busy. */
const ending = (run, id) =>
	async function endingTest() {
		const start = used();
		const isMutated = stryker.activeMutant !== undefined;
		const longest = isMutated ? LONGEST + LONGER * (stryker.took[id] ?? 0) : Infinity;
		let last = start;
		let idle = 0;
		let timer;
		const endless = new Promise((_resolve, reject) => {
			timer = setInterval(() => {
				const now = used();
				idle = now - last < IDLE ? idle + 1 : 0;
				last = now;
				if (idle >= IDLE_LOOKS || now - start > longest) reject(new Error(ENDLESS));
			}, LOOK);
		});
		try {
			await Promise.race([run.call(this), endless]);
		} finally {
			clearInterval(timer);
			if (!isMutated) stryker.took[id] = used() - start;
		}
	};

/** The name of a test among those of all suites. */
const idOf = (path, names) => `${relative(root, path).replaceAll('\\', '/')} > ${names.join(' ')}`;

const namesOf = ({ name, parent }) => (parent ? [...namesOf(parent), name] : []);

/** The environment of all tests, which shows the sources the active mutant and runs only the tests that reach it. */
class MutationEnvironment extends EngineEnvironment {
	constructor(config, context) {
		super(config, context);
		this.testPath = context.testPath;
		this.global.__stryker__ = stryker;
	}

	async handleTestEvent({ name, test, hook }) {
		if (name === 'run_start') this.hasFailed = false;
		if (name === 'hook_start' && !ends.has(hook.fn)) {
			hook.fn = ending(hook.fn, idOf(this.testPath, [...namesOf(hook.parent), hook.type]));
			ends.add(hook.fn);
		}
		if (name === 'test_start') {
			const id = idOf(this.testPath, namesOf(test));
			const isNeedless = stryker.only?.has(id) === false || (stryker.bail && this.hasFailed);
			if (isNeedless) test.mode = 'skip';
			else test.fn = ending(test.fn, id);
			stryker.currentTestId = id;
		}
		if (name === 'test_done') {
			if (test.errors.length > 0) this.hasFailed = true;
			stryker.currentTestId = undefined;
		}
		if (name === 'test_skip') stryker.currentTestId = undefined;
	}
}

module.exports = MutationEnvironment;
Object.assign(module.exports, { stryker, idOf, ENDLESS });

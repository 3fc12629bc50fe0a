const { relative } = require('node:path');

const EngineEnvironment = require('../../test/support/engineEnvironment.cjs');

const root = process.cwd();

/**
 * What the instrumented sources look at: which mutant is active, and where they count what is reached. Stryker's
 * instrumenter gives the name `__stryker__` and the members, of which `only` and `bail` are ours.
 *
 * @type {{ activeMutant?: string, currentTestId?: string, hitCount?: number, hitLimit?: number,
 *   mutantCoverage?: object, only?: Set<string>, bail?: boolean }}
 */
const stryker = {};

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

	async handleTestEvent({ name, test }) {
		if (name === 'run_start') this.hasFailed = false;
		if (name === 'test_start') {
			const id = idOf(this.testPath, namesOf(test));
			const isNeedless = stryker.only?.has(id) === false || (stryker.bail && this.hasFailed);
			if (isNeedless) test.mode = 'skip';
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
Object.assign(module.exports, { stryker, idOf });

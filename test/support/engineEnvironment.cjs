const { readFileSync } = require('node:fs');
const { createRequire, isBuiltin } = require('node:module');
const { dirname, join, sep } = require('node:path');
const { compileFunction, constants } = require('node:vm');

const { TestEnvironment } = require('jest-environment-node');

const { recordCost } = require('./cost/record.cjs');
const { disableAsyncStorages, watchAsyncStorages } = require('./once/asyncStorages.cjs');
const { shareCompiled } = require('./once/compiling.cjs');

shareCompiled();
watchAsyncStorages();

/** The built package. */
const BUILT = join(__dirname, '../../dist', sep);

/**
 * Loads modules into the world of a test environment, where `Error` and `Array` are its own, as Jest does, but for
 * all test files of a worker: to load n8n-core takes two CPU seconds.
 */
class Realm {
	/** @type {Map<string, { exports: unknown }>} */
	modules = new Map();

	/** @type {(filename: string) => unknown} */
	requireOfFile = require;

	/** @param {TestEnvironment} environment */
	constructor(environment) {
		this.environment = environment;
	}

	/** @param {string} filename */
	requireOf(filename) {
		const native = createRequire(filename);
		const require = (name) => {
			if (/^(node:)?process$/.test(name)) return this.environment.global.process;
			if (isBuiltin(name)) return native(name);
			return this.load(native.resolve(name));
		};
		return Object.assign(require, { resolve: native.resolve, cache: {}, main: undefined });
	}

	/** @param {string} filename */
	load(filename) {
		// What is under test is each file's own, with all that it remembers.
		if (filename.startsWith(BUILT)) return this.requireOfFile(filename);
		const known = this.modules.get(filename);
		if (known) return known.exports;
		const require = this.requireOf(filename);
		const module = { exports: {}, filename, id: filename, require, children: [], loaded: false };
		this.modules.set(filename, module);
		try {
			this.run(module, filename);
		} catch (error) {
			this.modules.delete(filename);
			throw error;
		}
		module.loaded = true;
		return module.exports;
	}

	run(module, filename) {
		// Node itself knows which of its packages it takes as ES modules.
		if (/\.(node|mjs)$/.test(filename)) {
			module.exports = createRequire(filename)(filename);
			return;
		}
		const source = readFileSync(filename, 'utf8').replace(/^#!.*/, '');
		if (filename.endsWith('.json')) {
			module.exports = this.environment.global.JSON.parse(source);
			return;
		}
		const parameters = ['exports', 'require', 'module', '__filename', '__dirname'];
		const body = compileFunction(source, parameters, {
			filename,
			parsingContext: this.environment.getVmContext(),
			importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
		});
		const { exports } = module;
		body.call(exports, exports, module.require, module, filename, dirname(filename));
	}
}

/** @type {EngineEnvironment | undefined} */
let only;

/** Jest's own environment for Node.js, of which all test files of a worker get the same one. */
class EngineEnvironment extends TestEnvironment {
	constructor(config, context) {
		if (only) return only.prepare(config, context);
		super(config, context);
		only = this.prepare(config, context);
		const realm = new Realm(this);
		const require = realm.requireOf(__filename);
		/** What `test/support/once/*.cjs` stand for; each test file hands in its own `require`. */
		this.global.requireOnce = (name, requireOfFile) => {
			realm.requireOfFile = requireOfFile;
			return require(name);
		};
	}

	/** @returns itself, for another test file */
	prepare({ projectConfig }, { testPath }) {
		this.suite = testPath;
		this.project = projectConfig.displayName?.name;
		// Jest adds what reports of this file's tests to what has reported of those of all files before it.
		delete this.global[Symbol.for('EVENT_HANDLERS')];
		// A test file stands for a process of its own: what copies of the package share is not another file's.
		delete this.global.Symbol[Symbol.for('n8n-nodes-managed-kafka')];
		return this;
	}

	async teardown() {
		this.fakeTimersModern.useRealTimers();
		// Matchers belong to the `expect` of the file.
		delete this.global[Symbol.for('$$jest-matchers-object')];
		disableAsyncStorages();
		recordCost(this.suite, this.project);
	}
}

module.exports = EngineEnvironment;

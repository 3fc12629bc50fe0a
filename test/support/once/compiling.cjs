const vm = require('node:vm');

/** What was compiled, by file. */
/** @type {Map<string, { source: string; parameters: string; context: object; compiled: Function }>} */
const known = new Map();

const { compileFunction } = vm;

/**
 * Compiles a file once for all test files of a worker, as they live in one context. Each of them still runs it for
 * itself, with its own `require` and `exports`.
 */
function compileOnce(source, names, { importModuleDynamically, ...options }) {
	const { filename, parsingContext: context } = options;
	// Jest refuses dynamic imports without a flag of Node.js; with it, each goes to the file that it is made in.
	const isShared = filename && context && !process.execArgv.includes('--experimental-vm-modules');
	if (!isShared) return compileFunction(source, names, { ...options, importModuleDynamically });
	const parameters = names.join();
	const last = known.get(filename);
	if (last?.source === source && last.parameters === parameters && last.context === context) {
		return last.compiled;
	}
	const compiled = compileFunction(source, names, options);
	known.set(filename, { source, parameters, context, compiled });
	return compiled;
}

/** Has Jest compile that way: it takes the function from Node's module at each call. */
exports.shareCompiled = () => {
	vm.compileFunction = compileOnce;
};

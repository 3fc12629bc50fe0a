const { AsyncLocalStorage } = require('node:async_hooks');

/** Those that have a value for somebody. */
/** @type {Set<AsyncLocalStorage<unknown>>} */
const inUse = new Set();

const { run, enterWith } = AsyncLocalStorage.prototype;

/** Takes note of every storage that comes into use. */
exports.watchAsyncStorages = () => {
	AsyncLocalStorage.prototype.run = function (...given) {
		inUse.add(this);
		return run.apply(this, given);
	};
	AsyncLocalStorage.prototype.enterWith = function (...given) {
		inUse.add(this);
		return enterWith.apply(this, given);
	};
};

/**
 * Puts all of them out of use, between two test files. Jest makes one for each file and keeps it, and up to
 * Node.js 22 every promise is handed to each: after a hundred files that is a quarter of the time.
 */
exports.disableAsyncStorages = () => {
	for (const storage of inUse) storage.disable();
	inUse.clear();
};

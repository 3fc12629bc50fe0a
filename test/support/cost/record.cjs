const { appendFileSync } = require('node:fs');

/** Where the reporter beside this file wants to know it; without it nothing is kept. */
const file = () => process.env.TEST_COSTS;

/** CPU seconds of this process so far, all threads, user and system. */
const spent = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
};

/** At the end of the last test file of this process, or its start. */
let before = 0;

/**
 * Notes what a test file took: everything since the end of the last one, so the first one of a worker has the start of
 * the worker and of n8n's engine.
 *
 * @param {string} suite Path of the test file
 * @param {string | undefined} project Name of its Jest project
 */
exports.recordCost = (suite, project) => {
	const path = file();
	if (!path) return;
	const now = spent();
	const line = { suite, project, seconds: now - before, pid: process.pid, total: now };
	before = now;
	appendFileSync(path, `${JSON.stringify(line)}\n`);
};

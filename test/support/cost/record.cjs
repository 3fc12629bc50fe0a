const { appendFileSync, readFileSync } = require('node:fs');

/** Of a second, in which Linux counts. */
const TICK = 100;

/** Places of the user and the system time of ended children in `/proc/self/stat`, after the name in brackets. */
const CHILDREN = [13, 14];

/** CPU seconds of ended processes that this one has started; none where only Linux would say. */
function ofChildren() {
	if (process.platform !== 'linux') return 0;
	const [, fields] = readFileSync('/proc/self/stat', 'utf8').split(/\) (?=[A-Z] )/);
	const values = fields.split(' ');
	return CHILDREN.reduce((sum, place) => sum + Number(values[place]), 0) / TICK;
}

/** CPU seconds of this process so far, all threads, user and system. */
function ofProcess() {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}

/** At the end of the last test file of this process, or its start. */
let before = 0;

exports.ofProcess = ofProcess;

/**
 * Notes what a test file took, if the reporter beside this file wants to know it: everything since the end of the last
 * one, so the first one of a worker has the start of the worker and of n8n's engine.
 *
 * @param {string} suite Path of the test file
 * @param {string | undefined} project Name of its Jest project
 */
exports.recordCost = (suite, project) => {
	const file = process.env.TEST_COSTS;
	if (!file) return;
	const total = ofProcess() + ofChildren();
	appendFileSync(
		file,
		`${JSON.stringify({ suite, project, seconds: total - before, pid: process.pid, total })}\n`,
	);
	before = total;
};

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import record from './record.cjs';

/** How many suites are listed. */
const DEAREST = 20;

const inSeconds = (seconds) => seconds.toFixed(1).padStart(7);

const sum = (rows) => rows.reduce((total, { seconds }) => total + seconds, 0);

/** Prints what a run cost, for `npm run test:cost`: CPU seconds by project, and the suites that took the most. */
export default class CostReporter {
	constructor({ rootDir }) {
		this.rootDir = rootDir;
		this.folder = mkdtempSync(join(tmpdir(), 'test-costs-'));
		this.file = join(this.folder, 'costs');
		// The workers, which start later, inherit it.
		process.env.TEST_COSTS = this.file;
	}

	onRunComplete(_contexts, { numTotalTests, startTime, testResults }) {
		const rows = readFileSync(this.file, 'utf8')
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line));
		rmSync(this.folder, { recursive: true });
		// With -i there are no workers.
		const processes = new Map([[process.pid, record.ofProcess()]]);
		for (const { pid, total } of rows) processes.set(pid, total);
		const all = [...processes.values()].reduce((total, seconds) => total + seconds, 0);
		const tests = new Map(
			testResults.map(({ testFilePath, testResults: list }) => [testFilePath, list.length]),
		);
		const testsOf = (list) => list.reduce((total, { suite }) => total + (tests.get(suite) ?? 0), 0);
		const line = (list, text) =>
			console.log(`${inSeconds(sum(list))}  ${String(testsOf(list)).padStart(5)}  ${text}`);

		console.log('\nCPU s  tests  project');
		for (const project of new Set(rows.map((row) => row.project))) {
			const list = rows.filter((row) => row.project === project);
			line(list, `${project}, ${list.length} suites`);
		}
		console.log(`${inSeconds(all)}  ${String(numTotalTests).padStart(5)}  with Jest itself`);
		console.log(`\nCPU s  tests  the dearest suites`);
		const dearest = rows.toSorted((a, b) => b.seconds - a.seconds).slice(0, DEAREST);
		for (const row of dearest) line([row], relative(this.rootDir, row.suite));
		console.log(`\n${((Date.now() - startTime) / 1000).toFixed(0)} s by the clock`);
	}
}

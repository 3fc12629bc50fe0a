import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { readArguments, USAGE, UsageError } from './arguments';
import { changedLines } from './changes';
import { planOperation } from './plan';
import { Project } from './project';
import { report } from './report';
import { formatted, write } from './write';

/** `npm run new-operation`: writes an operation, its emulator handler, and its test from the facts. */

const root = resolve(__dirname, '../..');

async function main(given: string[]): Promise<void> {
	const wanted = readArguments(given);
	if (wanted === 'help') {
		console.log(USAGE);
		return;
	}
	const plan = planOperation(new Project(root), wanted);
	const files = await formatted(root, plan);
	if (wanted.isDryRun) {
		for (const { path, text, isNew } of files) {
			const shown = isNew ? text : changedLines(readFileSync(join(root, path), 'utf8'), text);
			console.log(`==== ${path}\n${shown}`);
		}
	} else {
		write(root, files);
	}
	console.log(report({ ...plan, files }));
}

main(process.argv.slice(2)).catch((error: unknown) => {
	if (!(error instanceof UsageError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
});

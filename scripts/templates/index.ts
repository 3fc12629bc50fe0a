/** Writes what n8n's template gallery takes, a folder for each example: `npm run templates -- FOLDER`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { readExamples } from './example';
import { brokenRules } from './guidelines';
import { cleaned, described } from './template';

function main(): void {
	const [folder] = process.argv.slice(2);
	if (!folder) throw new Error('Name the folder to write to: npm run templates -- FOLDER');
	const examples = readExamples();
	for (const example of examples) {
		const { key, entry } = example;
		if (!entry) throw new Error(`${key} has no entry in examples/gallery/entries.json`);
		const workflow = cleaned(example.workflow, entry);
		const description = described(example, entry);
		const broken = brokenRules(workflow, entry, description);
		if (broken.length > 0)
			throw new Error(`${key} breaks rules of the gallery: ${broken.join('; ')}`);
		const place = join(resolve(folder), key);
		mkdirSync(place, { recursive: true });
		writeFileSync(join(place, 'workflow.json'), `${JSON.stringify(workflow, null, 2)}\n`);
		writeFileSync(join(place, 'description.md'), description);
		writeFileSync(join(place, 'entry.json'), `${JSON.stringify(entry, null, 2)}\n`);
	}
	console.log(`${examples.length} templates in ${resolve(folder)}`);
}

try {
	main();
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}

/**
 * n8n's verification scanner, offline: over the checkout, over what npm would publish of each package, and over the
 * finished nodes.
 */
import { join } from 'node:path';

import {
	analyzePackage,
	findPackageRoot,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

import { lintDescriptions } from './descriptions.mjs';
import { withPacked } from './packed.mjs';
import { PACKAGES } from './packages/table.mjs';
import { root } from './root.mjs';

const tarballFiles = ['package.json', '**/*.js'];

function report(what, passed, details) {
	console.log(`${passed ? 'passed' : 'FAILED'}  ${what}`);
	if (!passed) console.log(details);
	return passed;
}

async function scan(what, folder, patterns) {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	return report(what, passed, details ?? message);
}

/** The packages of one cloud. Their source is the checkout, in which the scanner takes the folder that has their name. */
async function eachPackage() {
	const passed = [];
	for (const entry of PACKAGES) {
		const { folder, name } = entry;
		const sources = join(root, 'packages', folder);
		const found = findPackageRoot(root, name) === sources;
		passed.push(report(`${name}: found in the checkout`, found, `Not in ${sources}`));
		passed.push(await scan(`${name}: source`, sources, SOURCE_FILE_PATTERNS));
		passed.push(
			await withPacked((packed) => scan(`${name}: tarball`, packed.folder, tarballFiles), entry),
		);
	}
	return passed;
}

const findings = await lintDescriptions();
const passed = [
	await scan('source', root, SOURCE_FILE_PATTERNS),
	await withPacked(({ folder }) => scan('tarball', folder, tarballFiles)),
	...(await eachPackage()),
	report('descriptions', findings.length === 0, findings.join('\n')),
];
// The scanner leaves handles open, so the process is ended here.
process.exit(passed.every(Boolean) ? 0 : 1);

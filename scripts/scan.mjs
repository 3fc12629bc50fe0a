/** n8n's verification scanner, offline: over the checkout, over what npm would publish and over the finished nodes. */
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

import { lintDescriptions } from './descriptions.mjs';
import { withPacked } from './packed.mjs';
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

const findings = await lintDescriptions();
const passed = [
	await scan('source', root, SOURCE_FILE_PATTERNS),
	await withPacked(({ folder }) => scan('tarball', folder, tarballFiles)),
	report('descriptions', findings.length === 0, findings.join('\n')),
];
// The scanner leaves handles open, so the process is ended here.
process.exit(passed.every(Boolean) ? 0 : 1);

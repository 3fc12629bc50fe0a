import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { root } from './root.mjs';

/**
 * Installs the vendors' SDKs, which only tests and benchmarks use. They have a folder of their own because one of
 * them only installs with an override, which n8n does not allow in the package's own package.json.
 */
const folder = join(root, 'test/support/sdks');
const installed = join(folder, 'node_modules/.installed');
const wanted = createHash('sha256')
	.update(readFileSync(join(folder, 'package-lock.json')))
	.digest('hex');

if (!existsSync(installed) || readFileSync(installed, 'utf8') !== wanted) {
	execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: folder,
		stdio: 'inherit',
	});
	writeFileSync(installed, wanted);
}

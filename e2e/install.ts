import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { root } from './runtime';

const PACKAGE = 'n8n-nodes-managed-kafka';

/**
 * A new folder for an n8n's user, which goes when this process does. It is outside of the project: in it,
 * the installed package would find the project's own n8n-workflow before n8n's, and n8n would not know
 * its errors for its own.
 */
export function newUserFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'managed-kafka-'));
	process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/**
 * Installs the package into n8n's folder of community nodes as a user gets it: the tarball that is
 * published, unpacked where n8n's own installer would put it.
 *
 * @returns The folder of the installed package
 */
export function installPackage(userFolder: string): string {
	const home = mkdtempSync(join(tmpdir(), 'managed-kafka-'));
	try {
		const args = [join(root, 'scripts/pack.mjs'), home];
		const file = execFileSync(process.execPath, args, { encoding: 'utf8' }).trim();
		const target = join(userFolder, '.n8n/nodes/node_modules', PACKAGE);
		rmSync(target, { recursive: true, force: true });
		mkdirSync(target, { recursive: true });
		execFileSync('tar', ['-xzf', file, '-C', target, '--strip-components=1']);
		return target;
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
}

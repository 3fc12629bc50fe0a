import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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

/** Unpacks a tarball where n8n's own installer would put the package. @returns The folder of the package */
function unpack(userFolder: string, name: string, file: string): string {
	const target = join(userFolder, '.n8n/nodes/node_modules', name);
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	execFileSync('tar', ['-xzf', file, '-C', target, '--strip-components=1']);
	return target;
}

/** Packs all packages. @returns The folder of their tarballs, which goes when this process does */
export function packAll(): string {
	const folder = newUserFolder();
	execFileSync(process.execPath, [join(root, 'scripts/pack-all.mjs'), folder]);
	return folder;
}

/** Installs packages from their tarballs, in the place of those that are installed. */
export function installTarballs(userFolder: string, folder: string, names: string[]): void {
	rmSync(join(userFolder, '.n8n/nodes'), { recursive: true, force: true });
	for (const name of names) {
		const file = readdirSync(folder).find((one) => one.replace(/-\d.*$/, '') === name);
		if (!file) throw new Error(`${folder} has no tarball of ${name}`);
		unpack(userFolder, name, join(folder, file));
	}
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
		return unpack(userFolder, PACKAGE, file);
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
}

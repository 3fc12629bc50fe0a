import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { offerModules, writeLazyFiles } from './lazy.mjs';
import { stage } from './packages/stage.mjs';
import { root } from './root.mjs';

/** What npm makes of a folder, as it tells it itself. */
function npmPack(from, to) {
	const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', to];
	const output = execFileSync('npm', args, { cwd: from, stdio: ['ignore', 'pipe', 'inherit'] });
	const [tarball] = Object.values(JSON.parse(output));
	return tarball;
}

function unpack(archive, modules, name) {
	const folder = join(modules, name);
	mkdirSync(folder, { recursive: true });
	execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']);
	return folder;
}

/** Puts a package where npm would install it, as npm packs it: that of all clouds, or of the one that is named. */
function laidOut(entry, home, modules) {
	if (!entry) {
		const plain = npmPack(root, home);
		return unpack(join(home, plain.filename), modules, plain.name);
	}
	const folder = join(modules, entry.name);
	mkdirSync(folder);
	stage(entry, folder);
	return folder;
}

/**
 * Makes the npm tarball of what is built, as it is published, and unpacks it where npm would install it: beside what
 * n8n offers, in an otherwise empty folder which is removed at the end. Calls `use` with npm's own record of the
 * tarball, its file, and the folder of the package.
 *
 * @param entry Which package, see `packages/table.mjs`; by default that of all clouds
 */
export async function withPacked(use, entry) {
	const home = mkdtempSync(join(tmpdir(), 'managed-kafka-pack-'));
	try {
		const modules = join(home, 'node_modules');
		mkdirSync(modules);
		offerModules(modules);
		const folder = laidOut(entry, home, modules);
		await writeLazyFiles(folder);
		// Packed from the folder, it has the same files and these.
		const tarball = npmPack(folder, home);
		return await use({ tarball, file: join(home, tarball.filename), folder, home });
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
}

/** Writes the tarball of a package into a folder. @returns Its file */
export const packInto = (destination, entry) =>
	withPacked(({ tarball, file }) => {
		const target = join(resolve(destination), tarball.filename);
		mkdirSync(resolve(destination), { recursive: true });
		copyFileSync(file, target);
		return target;
	}, entry);

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Packs the npm tarball and unpacks it where npm would install it, in an otherwise empty folder which is removed at
 * the end. Calls `use` with npm's own record of the tarball and with the folder of the package.
 */
export async function withPacked(use) {
	const home = mkdtempSync(join(tmpdir(), 'managed-kafka-pack-'));
	try {
		const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', home];
		const output = execFileSync('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
		const [tarball] = Object.values(JSON.parse(output));
		const folder = join(home, 'node_modules', tarball.name);
		mkdirSync(folder, { recursive: true });
		const archive = join(home, tarball.filename);
		execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']);
		return await use({ tarball, folder, home });
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
}

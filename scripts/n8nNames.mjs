/**
 * Renews test/contract/package/n8nNames.json: the names of the credential types and nodes in n8n's own
 * packages, from their newest npm tarballs. Credential types have no package prefix, so ours must be none
 * of these.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { root } from './root.mjs';

const PACKAGES = ['n8n-nodes-base', '@n8n/n8n-nodes-langchain'];
const file = join(root, 'test/contract/package/n8nNames.json');

/**
 * The display name of each type that n8n knows, by type name, in alphabetical order. A type that is known
 * but not shown has none.
 */
function namesOf(known, types) {
	const shown = new Map(types.map(({ name, displayName }) => [name, displayName]));
	const names = new Set([...Object.keys(known), ...shown.keys()]);
	return Object.fromEntries([...names].sort().map((name) => [name, shown.get(name) ?? '']));
}

function namesIn(packageName, home) {
	const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', home, packageName];
	const tarball = execFileSync('npm', args, { cwd: home, stdio: ['ignore', 'pipe', 'inherit'] });
	const archive = join(home, tarball.toString().trim());
	const folder = mkdtempSync(join(home, 'package-'));
	execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']);
	const read = (path) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
	const kind = (name) => namesOf(read(`dist/known/${name}.json`), read(`dist/types/${name}.json`));
	const { version } = read('package.json');
	return { version, credentials: kind('credentials'), nodes: kind('nodes') };
}

const home = mkdtempSync(join(tmpdir(), 'managed-kafka-names-'));
try {
	const names = Object.fromEntries(PACKAGES.map((name) => [name, namesIn(name, home)]));
	const options = await resolveConfig(file);
	writeFileSync(file, await format(JSON.stringify(names), { ...options, parser: 'json' }));
	for (const [name, { version, credentials, nodes }] of Object.entries(names)) {
		const counts = [credentials, nodes].map((one) => Object.keys(one).length);
		console.log(`${name} ${version}: ${counts[0]} credential types, ${counts[1]} nodes`);
	}
} finally {
	rmSync(home, { recursive: true, force: true });
}

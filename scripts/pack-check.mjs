/** Checks what npm would publish: its files, its manifest, and that n8n can load it where nothing else is installed. */
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { root, withPacked } from './pack.mjs';

process.env.N8N_LOG_LEVEL ??= 'silent';

const outsideDist = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'];
const insideDist = /^dist\/(index\.js|(credentials|nodes)\/.*\.(js|json)|icons\/[^/]+\.svg)$/;
/** What n8n offers to a community package at run time. */
const offered = ['n8n-workflow', 'luxon'];
const kibibytes = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;

const problems = [];
const check = (ok, problem) => ok || problems.push(problem);

function checkFiles(paths) {
	for (const path of paths) {
		check(outsideDist.includes(path) || insideDist.test(path), `${path} does not belong there`);
	}
	const schemas = readdirSync(join(root, 'nodes'), { recursive: true })
		.filter((path) => /__schema__.*\.json$/.test(path))
		.map((path) => `dist/nodes/${path}`);
	check(schemas.length > 0, 'The nodes have no output schemas');
	for (const path of [...outsideDist, ...schemas]) {
		check(paths.includes(path), `${path} is missing`);
	}
}

function checkManifest(manifest, folder) {
	const { credentials, nodes } = manifest.n8n;
	for (const path of [manifest.main, ...credentials, ...nodes]) {
		check(existsSync(join(folder, path)), `package.json names ${path}, which is missing`);
	}
	const dependencies = Object.keys(manifest.dependencies ?? {});
	check(dependencies.length === 0, `Run-time dependencies: ${dependencies.join(', ')}`);
}

/** Loads the package as n8n does, with no other module in reach than the offered ones. */
async function checkLoading(manifest, folder, home) {
	const require = createRequire(join(root, 'package.json'));
	for (const name of offered) {
		symlinkSync(join(root, 'node_modules', name), join(home, 'node_modules', name));
	}
	const { PackageDirectoryLoader } = require('n8n-core');
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	const { nodes, credentials } = loader.types;
	const counts = [nodes.length, credentials.length];
	const listed = [manifest.n8n.nodes.length, manifest.n8n.credentials.length];
	check(counts.join() === listed.join(), `n8n loads ${counts} of ${listed} nodes and credentials`);
	for (const { name, icon, iconUrl } of [...nodes, ...credentials]) {
		const urls = typeof iconUrl === 'object' ? [iconUrl.light, iconUrl.dark] : [iconUrl ?? icon];
		for (const url of urls) {
			// n8n serves an icon under icons/<package>/<path in the package>.
			const path = String(url).replace(`icons/${manifest.name}/`, '');
			check(existsSync(join(folder, path)), `${name}: no icon ${path}`);
		}
	}
	const exported = Object.values(require(join(folder, manifest.main))).length;
	check(exported === nodes.length + credentials.length, `index.js has ${exported} classes`);
	return `${nodes.length} nodes and ${credentials.length} credentials load`;
}

await withPacked(async ({ tarball, folder, home }) => {
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const paths = tarball.files.map(({ path }) => path);
	checkFiles(paths);
	checkManifest(manifest, folder);
	let loaded = 'does not load';
	try {
		loaded = await checkLoading(manifest, folder, home);
	} catch (error) {
		check(false, `n8n cannot load the package: ${error.cause?.message ?? error.message}`);
	}
	const sizes = `${kibibytes(tarball.size)} packed, ${kibibytes(tarball.unpackedSize)} unpacked`;
	console.log(`${tarball.filename}: ${paths.length} files, ${sizes}; ${loaded}`);
});

for (const problem of problems) console.error(`FAILED  ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);

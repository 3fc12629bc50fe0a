/** Checks what npm would publish: its files, its manifest, and that n8n can load it where nothing else is installed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { loaderOf } from './lazy.mjs';
import { withPacked } from './packed.mjs';
import { root } from './root.mjs';

/** npm publishes every README, in whatever language. */
const outsideDist = ['package.json', 'README.md', 'README.zh-CN.md', 'LICENSE', 'CHANGELOG.md'];
const insideDist = /^dist\/(index\.js|(credentials|nodes)\/.*\.(js|json)|icons\/[^/]+\.svg)$/;
/** From which n8n knows the nodes and credentials without loading a class. */
const lazyFiles = ['known', 'types'].flatMap((folder) =>
	['nodes', 'credentials'].map((name) => `dist/${folder}/${name}.json`),
);
const kibibytes = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;

const problems = [];
const check = (ok, problem) => ok || problems.push(problem);

function checkFiles(paths) {
	for (const path of paths) {
		const belongs = [...outsideDist, ...lazyFiles].includes(path) || insideDist.test(path);
		check(belongs, `${path} does not belong there`);
	}
	const schemas = readdirSync(join(root, 'nodes'), { recursive: true })
		.filter((path) => /__schema__.*\.json$/.test(path))
		.map((path) => `dist/nodes/${path}`);
	check(schemas.length > 0, 'The nodes have no output schemas');
	for (const path of [...outsideDist, ...lazyFiles, ...schemas]) {
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

/** What n8n gives out of a package: what it knows of each class, and its whole description. */
const givenBy = ({ known, types: { nodes, credentials } }) => ({ known, nodes, credentials });

/** Loads the package as n8n does, with no other module in reach than the offered ones. */
async function checkLoading(manifest, folder) {
	const [loader, lazy] = [loaderOf(folder), loaderOf(folder, { lazy: true })];
	await loader.loadAll();
	await lazy.loadAll();
	check(lazy.isLazyLoaded, 'n8n does not take the files in dist/known and dist/types');
	for (const type of loader.types.nodes) delete type.__loadOptionsMethods;
	const [eager, stored] = [loader, lazy].map((one) => JSON.parse(JSON.stringify(givenBy(one))));
	check(isDeepStrictEqual(stored, eager), 'dist/known or dist/types says other than the classes');
	for (const { name } of lazy.types.nodes) {
		check(lazy.getNode(name).type !== undefined, `n8n does not load ${name} when it is used`);
	}
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
	const exported = Object.values(
		createRequire(import.meta.url)(join(folder, manifest.main)),
	).length;
	check(exported === nodes.length + credentials.length, `index.js has ${exported} classes`);
	return `${nodes.length} nodes and ${credentials.length} credentials load`;
}

await withPacked(async ({ tarball, folder }) => {
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const paths = tarball.files.map(({ path }) => path);
	checkFiles(paths);
	checkManifest(manifest, folder);
	let loaded = 'does not load';
	try {
		loaded = await checkLoading(manifest, folder);
	} catch (error) {
		check(false, `n8n cannot load the package: ${error.cause?.message ?? error.message}`);
	}
	const sizes = `${kibibytes(tarball.size)} packed, ${kibibytes(tarball.unpackedSize)} unpacked`;
	console.log(`${tarball.filename}: ${paths.length} files, ${sizes}; ${loaded}`);
});

for (const problem of problems) console.error(`FAILED  ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);

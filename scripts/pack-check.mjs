/**
 * Checks what npm would publish of each package: its files, its manifest, that it names no other cloud, that npm can
 * install it, and that n8n can load it where nothing else is installed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { loaderOf } from './lazy.mjs';
import { withPacked } from './packed.mjs';
import { PACKAGES } from './packages/table.mjs';
import { otherCloudIn } from './packages/words.mjs';
import { root } from './root.mjs';

const outsideDist = ['package.json', 'README.md', 'LICENSE'];
/** What only the package of all clouds has; npm publishes every README, in whatever language. */
const outsideCombined = [...outsideDist, 'README.zh-CN.md', 'CHANGELOG.md'];
const insideDist = /^dist\/(index\.js|(credentials|nodes)\/.*\.(js|json)|icons\/[^/]+\.svg)$/;
/** From which n8n knows the nodes and credentials without loading a class. */
const lazyFiles = ['known', 'types'].flatMap((folder) =>
	['nodes', 'credentials'].map((name) => `dist/${folder}/${name}.json`),
);
const kibibytes = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;

const problems = [];
const check = (ok, problem) => ok || problems.push(problem);

/** The output schemas of the nodes that a manifest names. */
function schemasOf({ n8n }) {
	return [...new Set(n8n.nodes.map((path) => path.replace(/[^/]*$/, '__schema__')))].flatMap(
		(folder) => {
			const source = join(root, folder.replace(/^dist\//, ''));
			if (!existsSync(source)) return [];
			return readdirSync(source, { recursive: true })
				.filter((path) => path.endsWith('.json'))
				.map((path) => `${folder}/${path}`);
		},
	);
}

function checkFiles(paths, manifest, outside) {
	for (const path of paths) {
		const belongs = [...outside, ...lazyFiles].includes(path) || insideDist.test(path);
		check(belongs, `${path} does not belong there`);
	}
	const schemas = schemasOf(manifest);
	check(schemas.length > 0, 'The nodes have no output schemas');
	const codexes = manifest.n8n.nodes.map((path) => path.replace(/js$/, 'json'));
	for (const path of [...outside, ...lazyFiles, ...schemas, ...codexes]) {
		check(paths.includes(path), `${path} is missing`);
	}
}

/** A package of one cloud holds nothing of another one. */
function checkWords(paths, folder, { folder: cloud }) {
	for (const path of paths) {
		const word = otherCloudIn(`${path}\n${readFileSync(join(folder, path), 'utf8')}`, cloud);
		check(word === undefined, `${path} names another cloud: ${word}`);
	}
}

/** Lets npm install a tarball into an empty project, which has only what the package itself brings. */
function checkInstalling(file, home, { name }) {
	const project = mkdtempSync(join(home, 'project-'));
	writeFileSync(join(project, 'package.json'), '{ "private": true }');
	const flags = ['--offline', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];
	execFileSync('npm', ['install', ...flags, file], { cwd: project, stdio: 'inherit' });
	const installed = readdirSync(join(project, 'node_modules')).filter((one) => !/^\./.test(one));
	check(installed.join() === name, `npm installs ${installed.join(', ')}`);
}

function checkManifest(manifest, folder) {
	const { credentials, nodes } = manifest.n8n;
	for (const path of [...(manifest.main ? [manifest.main] : []), ...credentials, ...nodes]) {
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
	if (manifest.main) {
		const map = createRequire(import.meta.url)(join(folder, manifest.main));
		const exported = Object.values(map).length;
		check(exported === nodes.length + credentials.length, `index.js has ${exported} classes`);
	}
	return `${nodes.length} nodes and ${credentials.length} credentials load`;
}

/** @param entry Which package; without it, that of all clouds */
async function checkPackage({ tarball, file, folder, home }, entry) {
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const paths = tarball.files.map(({ path }) => path);
	checkFiles(paths, manifest, entry ? outsideDist : outsideCombined);
	checkManifest(manifest, folder);
	if (entry) checkWords(paths, folder, entry);
	checkInstalling(file, home, manifest);
	let loaded = 'does not load';
	try {
		loaded = await checkLoading(manifest, folder);
	} catch (error) {
		check(false, `n8n cannot load the package: ${error.cause?.message ?? error.message}`);
	}
	const sizes = `${kibibytes(tarball.size)} packed, ${kibibytes(tarball.unpackedSize)} unpacked`;
	console.log(`${tarball.filename}: ${paths.length} files, ${sizes}; ${loaded}`);
	for (const problem of problems.splice(0)) {
		console.error(`FAILED  ${manifest.name}: ${problem}`);
		process.exitCode = 1;
	}
}

for (const entry of [undefined, ...PACKAGES]) {
	await withPacked((packed) => checkPackage(packed, entry), entry);
}
process.exit();

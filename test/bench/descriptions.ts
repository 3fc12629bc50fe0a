import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { INodeTypeDescription } from 'n8n-workflow';

import { builtNode, listed, root } from './built';
import { rounded } from './measure';
import type { Cell, Table } from './table';

/** What n8n builds of its own nodes; there once `npm run n8n` has installed it. */
const N8N_NODES = join(root, '.n8n-runtime/n8n/node_modules/n8n-nodes-base/dist/types/nodes.json');

/** Large nodes of n8n. */
const COMPARED = ['hubspot', 'slack'];

/** The newest version of each compared node of n8n. */
function ofN8n(): INodeTypeDescription[] {
	if (!existsSync(N8N_NODES)) return [];
	const all = JSON.parse(readFileSync(N8N_NODES, 'utf8')) as INodeTypeDescription[];
	const newest = ({ version }: INodeTypeDescription) => Math.max(...[version].flat());
	return COMPARED.flatMap((name) =>
		all
			.filter((node) => node.name === name)
			.sort((a, b) => newest(b) - newest(a))
			.slice(0, 1),
	);
}

function rowOf(name: string, description: INodeTypeDescription): Cell[] {
	const text = JSON.stringify(description);
	const operations = description.properties.filter((property) => property.name === 'operation');
	return [
		name,
		operations.flatMap(({ options = [] }) => options).length,
		description.properties.length,
		rounded(text.length / 1024),
		rounded(gzipSync(text).length / 1024),
	];
}

/** What n8n sends to the editor about each node. */
export function bench(): Table {
	const own = listed.nodes.map((path) => builtNode(path.replace('dist/', '')).description);
	return {
		title: 'Descriptions',
		about:
			'The description of each node as JSON, which the editor loads once, compressed; in comparison with two large nodes of n8n itself, if n8n is installed for trying out the nodes.',
		columns: ['Node', 'operations', 'top-level properties', 'KiB', 'KiB gzipped'],
		meaning:
			"Opening a node in the editor costs no more than opening one of n8n's own large nodes.",
		rows: [
			...own.map((description) => rowOf(description.displayName, description)),
			...ofN8n().map((description) => rowOf(`n8n's own ${description.displayName}`, description)),
		],
	};
}

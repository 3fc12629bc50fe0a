import { gzipSync } from 'node:zlib';

import { builtNode, listed } from './built';
import { rounded } from './measure';
import type { Table } from './table';

/** What n8n sends to the editor about each node. */
export function bench(): Table {
	return {
		title: 'Descriptions',
		about: 'The description of each node as JSON, which the editor gets once and compressed.',
		columns: ['Node', 'top-level properties', 'KiB', 'KiB gzipped'],
		rows: listed.nodes.map((path) => {
			const { description } = builtNode(path.replace('dist/', ''));
			const text = JSON.stringify(description);
			return [
				description.displayName,
				description.properties.length,
				rounded(text.length / 1024),
				rounded(gzipSync(text).length / 1024),
			];
		}),
	};
}

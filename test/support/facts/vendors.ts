import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { type FactsVendor } from '../../../emulator/core/facts';
import type { Resource } from '../../../nodes/shared/contract/operation';
import { alibaba } from './deliberate/alibaba';
import type { Deliberate } from './deliberate/deliberate';
import { huawei } from './deliberate/huawei';
import { tencent } from './deliberate/tencent';
import { REST, type Style } from './style';

const root = join(__dirname, '../../..');

/** A vendor's node and the facts that it is held against. */
export interface FactsNode {
	/** Class, and folder below `nodes`. */
	node: string;
	/** As n8n shows it. */
	title: string;
	vendor: FactsVendor;
	style: Style;
	/** How many operations the API has, so that none gets lost with its facts. */
	count: number;
	deliberate: Deliberate;
}

const NODES: FactsNode[] = [
	{
		node: 'HuaweiCloudKafka',
		title: 'Huawei Cloud Kafka',
		vendor: 'huawei',
		style: REST,
		count: 90,
		deliberate: huawei,
	},
	{
		node: 'AlibabaCloudKafka',
		title: 'Alibaba Cloud Kafka',
		vendor: 'alibaba',
		style: { place: 'query', given: { RegionId: 'cn-hangzhou' }, isText: true },
		count: 44,
		deliberate: alibaba,
	},
	{
		node: 'TencentCloudKafka',
		title: 'Tencent Cloud CKafka',
		vendor: 'tencent',
		style: { place: 'body', given: {}, isText: false },
		count: 51,
		deliberate: tencent,
	},
];

interface Manifest {
	n8n: { nodes: string[] };
}

/** The nodes with operations that the package has, as its manifest says. */
export function presentNodes(): FactsNode[] {
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
	return n8n.nodes
		.map((path) => basename(path, '.node.js'))
		.filter((name) => !name.endsWith('Trigger'))
		.map((name) => {
			const known = NODES.find(({ node }) => node === name);
			if (!known)
				throw new Error(
					`${name} is held against no facts: add it to test/support/facts/vendors.ts`,
				);
			return known;
		});
}

/** What a node is made of. */
export function resourcesOf({ node }: FactsNode): Resource[] {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- which nodes there are is known at run time only
	const { resources } = require(join(root, 'nodes', node, 'resources')) as {
		resources: Resource[];
	};
	return resources;
}

import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { type FactsVendor } from '../../../emulator/core/facts';
import type { Resource } from '../../../nodes/shared/contract/operation';
import { alibaba } from './deliberate/alibaba';
import type { Deliberate } from './deliberate/deliberate';
import { huawei } from './deliberate/huawei';
import { tencent } from './deliberate/tencent';
import { REST, type Style } from './style';

const root = join(__dirname, '../../..');

/** The facts about a vendor's APIs, that all of its nodes together are held against. */
export interface VendorFacts {
	vendor: FactsVendor;
	style: Style;
	/** How many operations the APIs have, so that none gets lost with its facts. */
	count: number;
	deliberate: Deliberate;
}

/** A vendor's node and the facts that it is held against. */
export interface FactsNode extends VendorFacts {
	/** Class. */
	node: string;
	/** Folder below `nodes`. */
	folder: string;
	/** As n8n shows it. */
	title: string;
}

export const FACTS: Record<FactsVendor, VendorFacts> = {
	huawei: { vendor: 'huawei', style: REST, count: 127, deliberate: huawei },
	alibaba: {
		vendor: 'alibaba',
		style: { place: 'query', given: { RegionId: 'cn-hangzhou' }, isText: true },
		count: 58,
		deliberate: alibaba,
	},
	tencent: {
		vendor: 'tencent',
		style: { place: 'body', given: {}, isText: false },
		count: 103,
		deliberate: tencent,
	},
};

/** The vendor of each node, and what n8n shows. */
const NODES: Record<string, [vendor: FactsVendor, title: string]> = {
	HuaweiCloudKafka: ['huawei', 'Huawei Cloud Kafka'],
	HuaweiCloudKafkaLegacy: ['huawei', 'Huawei Cloud Kafka (Legacy)'],
	HuaweiCloudKafkaMaintenance: ['huawei', 'Huawei Cloud Kafka Maintenance'],
	AlibabaCloudKafka: ['alibaba', 'Alibaba Cloud Kafka'],
	AlibabaCloudKafkaMaintenance: ['alibaba', 'Alibaba Cloud Kafka Maintenance'],
	TencentCloudKafka: ['tencent', 'Tencent Cloud CKafka'],
	TencentCloudKafkaMaintenance: ['tencent', 'Tencent Cloud CKafka Maintenance'],
	TencentCloudCls: ['tencent', 'Tencent Cloud Log Service for Kafka'],
};

/** Nodes that have no API of their own but work through the vendors' requests; `test/node/fleet` holds them. */
export const ACROSS_CLOUDS: readonly string[] = ['KafkaFleet'];

interface Manifest {
	n8n: { nodes: string[] };
}

/** The nodes with operations of an API that the package has, as its manifest says. */
export function presentNodes(): FactsNode[] {
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
	return n8n.nodes
		.filter((path) => !path.endsWith('Trigger.node.js'))
		.map((path) => [basename(path, '.node.js'), path])
		.filter(([node]) => !ACROSS_CLOUDS.includes(node))
		.map(([node, path]) => {
			if (!Object.hasOwn(NODES, node))
				throw new Error(
					`${node} is held against no facts: add it to test/support/facts/vendors.ts`,
				);
			const [vendor, title] = NODES[node];
			return { node, title, folder: dirname(path).replace('dist/nodes/', ''), ...FACTS[vendor] };
		});
}

/** What a node is made of. */
export function resourcesOf({ folder }: FactsNode): Resource[] {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- which nodes there are is known at run time only
	const { resources } = require(join(root, 'nodes', folder, 'resources')) as {
		resources: Resource[];
	};
	return resources;
}

/** What n8n reads of a node's class. */
export function descriptionOf({ node, folder }: FactsNode): INodeTypeDescription {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- which nodes there are is known at run time only
	const classes = require(join(root, 'nodes', folder, `${node}.node`)) as Record<
		string,
		new () => INodeType
	>;
	return new classes[node]().description;
}

/** What all nodes of a vendor are made of; no two of them have a resource of one name. */
export const resourcesOfVendor = (vendor: FactsVendor): Resource[] =>
	presentNodes()
		.filter((node) => node.vendor === vendor)
		.flatMap(resourcesOf);

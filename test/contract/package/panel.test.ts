/** What the nodes panel of n8n finds and says: its search reads the display name and the aliases of the codex. */
import { sublimeSearch } from '@n8n/utils/search/sublime-search';
import type { INodeTypeDescription } from 'n8n-workflow';

import { createHarness } from '../../harness';
import n8nNames from './n8nNames.json';

/** What the panel searches in. */
interface Entry {
	properties: Pick<INodeTypeDescription, 'name' | 'displayName' | 'codex'>;
}

/** Keys and weights of the panel's search. */
const KEYS = [
	{ key: 'properties.displayName', weight: 1.3 },
	{ key: 'properties.codex.alias', weight: 1 },
];

/** As many results as the panel shows without scrolling. */
const SEEN = 8;

const CLOUDS = ['alibabaCloudKafka', 'huaweiCloudKafka', 'tencentCloudKafka'];
const everywhere = CLOUDS.flatMap((name) => [name, `${name}Trigger`]);
const both = (name: string) => [name, `${name}Trigger`];

const entries: Entry[] = [];
let own: INodeTypeDescription[] = [];
beforeAll(async () => {
	own = (await createHarness()).packages[0].types.nodes as INodeTypeDescription[];
	const theirs = Object.values(n8nNames).flatMap(({ nodes }) => Object.entries(nodes));
	entries.push(
		...own.map((properties) => ({ properties })),
		...theirs.map(([name, displayName]) => ({ properties: { name, displayName } })),
	);
});

test.each<[string, string[]]>([
	['kafka topic', everywhere],
	['kafka cluster', everywhere],
	['create kafka', everywhere],
	['consumer group', everywhere],
	['dms', both('huaweiCloudKafka')],
	['ckafka', both('tencentCloudKafka')],
	['alikafka', both('alibabaCloudKafka')],
	['apsaramq', both('alibabaCloudKafka')],
	['legacy', ['huaweiCloudKafkaLegacy']],
	['alibaba maintenance', ['alibabaCloudKafkaMaintenance']],
	['scaling rule', ['alibabaCloudKafkaMaintenance']],
	['huawei maintenance', ['huaweiCloudKafkaMaintenance']],
	['smart connect', ['huaweiCloudKafkaMaintenance']],
	['tencent maintenance', ['tencentCloudKafkaMaintenance']],
	['log service', ['tencentCloudCls']],
	['华为云', both('huaweiCloudKafka')],
	['阿里云', both('alibabaCloudKafka')],
	['腾讯云', both('tencentCloudKafka')],
	['华为', ['kafkaFleet']],
	['消息队列', everywhere],
	['日志服务', ['tencentCloudCls']],
])('a search for "%s" finds us among all nodes of n8n', (text, expected) => {
	const found = sublimeSearch(text, entries, KEYS).slice(0, SEEN);
	const names = found.map(({ item }) => item.properties.name);
	expect(names).toEqual(expect.arrayContaining(expected));
});

test('the entry of each cloud says what its node does, even where it is the trigger that speaks', () => {
	for (const name of CLOUDS) {
		const [node, trigger] = both(name).map((one) => own.find((type) => type.name === one));
		expect(node?.description).toMatch(/^Provision, operate, and clean up Kafka instances on /);
		expect(trigger?.description).toMatch(/^Starts the workflow when /);
		expect(trigger?.description).toMatch(/actions provision, operate, and clean up Kafka$/);
		const product = / on (.+)$/.exec(node?.description ?? '')?.[1];
		expect(trigger?.description).toContain(product);
	}
});

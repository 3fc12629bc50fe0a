/** The permissions that lists name when they are refused, held against the services and the document. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { serviceOf } from '../../../../../nodes/TencentCloudKafka/api/services';
import { logImports, logTopics } from '../../../../../nodes/TencentCloudKafka/lookups/logTopics';
import { tagKeys } from '../../../../../nodes/TencentCloudKafka/lookups/tags';
import { NETWORKS } from '../../../../../nodes/TencentCloudKafka/networkFields';

const document = readFileSync(join(__dirname, '../../../../../docs/tencent.md'), 'utf8');

test.each([...Object.values(NETWORKS), tagKeys, logTopics, logImports])(
	'the list of $plural needs $permission, as the document says',
	(lookup) => {
		const { api } = lookup.request(() => 'id-1');
		expect(lookup.permission).toBe(`${serviceOf(api)}:${api}`);
		expect(document).toContain(`\`${lookup.permission}\``);
	},
);

test.each([
	['vpc-rmcgxxxx', true],
	['orders-vpc', false],
	['vpc-orders-dev', false],
])('%s is an ID of a VPC: %s', (text, expected) => {
	expect(NETWORKS.searchVpcs.isId.test(text)).toBe(expected);
});

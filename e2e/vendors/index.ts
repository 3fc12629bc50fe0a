import { n8n as manifest } from '../../package.json';
import { alibabaCloud } from './alibaba';
import { huaweiCloud } from './huawei';
import { tencentCloud } from './tencent';
import type { Vendor } from './vendor';

export type { OfferedList, Seeded, Vendor } from './vendor';

/** The clouds, in the order of the credentials. */
export const VENDORS: readonly Vendor[] = [huaweiCloud, alibabaCloud, tencentCloud];

/** Those that the package has nodes for. */
export const KAFKA_VENDORS = VENDORS.filter(({ node }) =>
	manifest.nodes.some((path) => path.toLowerCase().endsWith(`/${node}.node.js`.toLowerCase())),
);

/** The node over all clouds, which has no cloud of its own; its trigger's has "Trigger" behind it. */
export const FLEET = { nodeName: 'Kafka Fleet', node: 'kafkaFleet' };

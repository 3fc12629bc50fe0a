import { alibabaFleet } from '../AlibabaCloudKafka/fleet';
import { huaweiFleet } from '../HuaweiCloudKafka/fleet';
import type { FleetVendor } from '../shared/fleet/vendor';
import { fleet as tencentFleet } from '../TencentCloudKafka/fleet';

/** The clouds of the package, sorted by label. */
export const VENDORS: readonly FleetVendor[] = [alibabaFleet, huaweiFleet, tencentFleet];

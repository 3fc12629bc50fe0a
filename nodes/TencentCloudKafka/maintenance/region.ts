import { tencentBaseUrlOfValue } from '../../../credentials/regions/tencent';
import { regionOption } from '../../shared/form/regionOption';

/** The option that every operation has: another region than the credential's. Tags have a host of their own. */
export const region = regionOption(
	tencentBaseUrlOfValue('($parameter["resource"] === "tag" ? "tag" : "ckafka")'),
	'ap-guangzhou',
);

import type { Handler } from '../requests/context';
import * as cdc from './cdc';
import * as cls from './cls';
import * as monitor from './monitor';
import * as ssl from './ssl';
import * as sts from './sts';
import * as tags from './tags';
import * as vpc from './vpc';

/** Handlers of the services beside Kafka by operation name, one file a service. */
export const COMPANIONS: Readonly<Record<string, Handler>> = {
	...cdc,
	...cls,
	...monitor,
	...ssl,
	...sts,
	...tags,
	...vpc,
};

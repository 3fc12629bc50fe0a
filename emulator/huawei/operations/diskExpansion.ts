import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { DiskExpansion, Instance } from '../model/instance';
import type { Handler } from '../requests/context';

/** Most GB of a broker. */
const MOST_PER_BROKER = 30_000;

/** When disks grow by themselves. */
export const ShowVolumeExpandConfig: Handler = (_request, context) =>
	json(200, severalBrokers(context.instance()).diskExpansion);

/** Changes when disks grow by themselves; switched on, all of it is needed. */
export const UpdateVolumeExpansionConfig: Handler = (request, context) => {
	const body = request.body as Partial<DiskExpansion>;
	const instance = severalBrokers(context.runningInstance());
	if (body.auto_volume_expand_enable === true) {
		const { expand_threshold, expand_increment, max_volume_size } = body;
		if ([expand_threshold, expand_increment, max_volume_size].includes(undefined)) {
			refuse('DMS.00400062', 'expand_threshold, expand_increment and max_volume_size are needed.');
		}
		const most = MOST_PER_BROKER * instance.brokerNum;
		if (Number(max_volume_size) <= instance.storageSpace || Number(max_volume_size) >= most) {
			refuse(
				'DMS.00400062',
				`max_volume_size must be more than ${instance.storageSpace} and less than ${most}.`,
			);
		}
	}
	instance.diskExpansion = { ...instance.diskExpansion, ...body };
	return empty();
};

function severalBrokers(instance: Instance): Instance {
	if (instance.brokerNum === 1) refuse('DMS.00400062', 'A single-node instance cannot do this.');
	return instance;
}

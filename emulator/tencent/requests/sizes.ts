import { refuseValue } from '../answers/errors';
import { MAX_BANDWIDTH, STANDARD_BANDWIDTHS } from '../model/catalogue';
import type { InstanceSettings } from '../model/instance';
import { checkStep } from './checks';

const MIN_BANDWIDTH = 20;

/** What is for sale: steps of 100, and the bandwidths of the edition. */
export function checkSize(
	size: Pick<InstanceSettings, 'bandwidth' | 'diskSize' | 'partitionQuota' | 'topicQuota'>,
	specification: InstanceSettings['specification'],
): void {
	checkStep('DiskSize', size.diskSize, 100);
	checkStep('Partition', size.partitionQuota, 100);
	checkStep('TopicNum', size.topicQuota, 100);
	const { bandwidth } = size;
	if (specification === 'standard' && !STANDARD_BANDWIDTHS.includes(bandwidth)) {
		const sold = STANDARD_BANDWIDTHS.join(', ');
		refuseValue('BandWidth', `the standard edition has ${sold}`);
	}
	if (bandwidth < MIN_BANDWIDTH || bandwidth > MAX_BANDWIDTH) {
		refuseValue('BandWidth', `it must be from ${MIN_BANDWIDTH} to ${MAX_BANDWIDTH}`);
	}
}

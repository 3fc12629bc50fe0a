import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../shared/contract/context';
import { asFailure } from '../../shared/contract/failure';
import { isBlank } from '../../shared/contract/field';
import { showVersions } from './requests';

/** Builds of the brokers, which only DescribeCkafkaVersion tells. */

/** `1.1.1_1.0.9`, `v1.1.1_r1.0.9`, and `1.1.1_v1.0.9` are one build: service and console write it in all of these ways. */
const plain = (build: unknown): string =>
	String(build)
		.toLowerCase()
		.replace(/^v|(?<=_)[rv]/g, '');

/** Whether two names of builds mean the same one; nothing is no build. */
export const isSameBuild = (one: unknown, other: unknown): boolean =>
	!isBlank(one) && !isBlank(other) && plain(one) === plain(other);

/** The newest builds, by Kafka version. */
export const newestBuilds = ({ LatestBrokerVersion }: IDataObject): IDataObject[] =>
	(Array.isArray(LatestBrokerVersion)
		? (LatestBrokerVersion as Array<IDataObject | null>)
		: []
	).flatMap((row) => (row && !isBlank(row.BrokerVersion) ? [row] : []));

/**
 * Versions of an instance; nothing where they cannot be read, as on private clouds.
 *
 * @throws {Failure} `cancelled`
 */
export async function versionsOf(
	item: OperationContext,
	instanceId: unknown,
): Promise<IDataObject> {
	try {
		return await item.call(showVersions(instanceId));
	} catch (error) {
		const failure = asFailure(error);
		if (failure.kind === 'cancelled') throw failure;
		return {};
	}
}

import type { Operation } from '../../../shared/contract/operation';
import { post, singleItem } from '../../../shared/contract/operation';
import { fromRequest, recordOf } from '../../api/records';
import { instance } from '../../fields';

/** Gets the Kafka version and the broker builds of an instance. CKafka DescribeCkafkaVersion. */
export const getVersions: Operation = {
	value: 'getVersions',
	name: 'Get Versions',
	action: 'Get versions of instance',
	description: 'Get the current and the newest broker versions of a Kafka instance',
	api: 'DescribeCkafkaVersion',
	request: post('/'),
	kind: 'read',
	fields: [instance()],
	outcome: (versions, request) =>
		singleItem({ ...recordOf(versions), ...fromRequest(request, 'InstanceId') }),
};

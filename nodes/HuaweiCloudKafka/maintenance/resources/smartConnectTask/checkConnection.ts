import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { instance } from '../../../fields';
import { checkPeer, copyOptions, peerFields } from './peer';

/**
 * Checks whether the other Kafka can be reached. DMS for Kafka API Reference, ValidateConnectorConnectivity;
 * success is any 2xx, an error what failed. How object storage would be described is not documented.
 */
export const checkConnection: Operation = {
	value: 'checkConnection',
	name: 'Check Connection',
	action: 'Check connection of smart connect task',
	description: 'Check whether Smart Connect can reach the other Kafka, before you create a task',
	api: 'ValidateConnectorConnectivity',
	request: post('/v2/{project_id}/instances/{instance_id}/connector/validate'),
	kind: 'read',
	constant: { body: { type: 'KAFKA_REPLICATOR_SOURCE' } },
	fields: [instance(), ...peerFields('task')],
	options: copyOptions('task'),
	before: async (_item, request) => {
		request.mayBeEmpty = true;
	},
	check: ({ body = {} }) => checkPeer((body.task ?? {}) as IDataObject),
	outcome: (_body, _request, item) => singleItem(withInstance({ reachable: true }, item)),
};

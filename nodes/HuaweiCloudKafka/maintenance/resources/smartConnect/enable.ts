import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { choice, integer, text } from '../../../../shared/form/fields';
import { withInstance } from '../../../api/records';
import { connectorEnabled } from '../../../completions/connector';
import { instance } from '../../../fields';
import { settledIf } from './connector';

const OLD_FLAVORS = 'for old flavors only';

/**
 * Switches Smart Connect on. DMS for Kafka API Reference, CreateConnector; the answer has the ID of the
 * connector, of which an instance has one.
 */
export const enable: Operation = {
	value: 'enable',
	name: 'Enable',
	action: 'Enable smart connect',
	description: 'Enable Smart Connect on a pay-as-you-go instance, which adds nodes that are billed',
	api: 'CreateConnector',
	request: post('/v2/{project_id}/instances/{instance_id}/connector'),
	kind: 'change',
	warning: 'The Smart Connect nodes are billed in addition to the instance until you disable them.',
	fields: [
		instance(),
		integer('node_cnt', 'Nodes', {
			required: true,
			range: [2, Infinity],
			default: 2,
			description: 'Number of Smart Connect nodes, each of which is billed',
		}),
	],
	options: [
		choice('specification', 'Bandwidth', {
			values: {
				'100MB': '100 MB/s',
				'300MB': '300 MB/s',
				'600MB': '600 MB/s',
				'1200MB': '1200 MB/s',
			},
			description: `Bandwidth of the nodes, the same as that of the instance; ${OLD_FLAVORS}`,
		}),
		text('spec_code', 'Specification Code', {
			placeholder: 'e.g. kafka.c3.mini.connector',
			description: `Specification of the nodes; ${OLD_FLAVORS}`,
		}),
	],
	before: async (item) => await settledIf(item, true, { enabled: true }),
	outcome: (answer, _request, item) =>
		singleItem(withInstance({ enabled: true, changed: true, ...answer }, item)),
	subject: ({ instance_id: id, connector_id: connector }) =>
		`Smart Connect of instance ${String(id)} enabled (connector ${String(connector)})`,
	completion: { ...connectorEnabled, needed: ({ changed }) => changed !== false },
};

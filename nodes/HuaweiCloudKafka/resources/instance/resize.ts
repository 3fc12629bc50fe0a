import { BadInput, missing } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, integer, list } from '../../../shared/form/fields';
import { withInstance } from '../../api/records';
import { instanceResized } from '../../completions/instance';
import { instance } from '../../fields';
import { elasticIps, standbySubnet } from '../../networkFields';
import { IPV4 } from './fields';
import { simple } from './simple';

/** What only new brokers need. */
const FOR_BROKERS = [
	['publicip_id', 'Elastic IP Names or IDs'],
	['tenant_ips', 'Private IPv4 Addresses'],
	['second_tenant_subnet_id', 'Standby Subnet'],
] as const;

/** Rules between parameters, 5.3.1. */
function check({ body = {} }: ApiRequest): void {
	if (body.oper_type !== 'horizontal') {
		for (const [wireName, label] of FOR_BROKERS) {
			if (body[wireName] === undefined) continue;
			throw new BadInput(
				label,
				'applies only to new brokers',
				"Remove it, or resize to 'Brokers'.",
			);
		}
	}
	if (body.oper_type === 'vertical' && body.new_product_id === undefined) {
		throw missing('New Flavor Name or ID');
	}
	const addresses = (body.tenant_ips ?? []) as string[];
	if (addresses.length > Number(body.new_broker_num)) {
		throw new BadInput(
			'Private IPv4 Addresses',
			'has more entries than the number of new brokers',
			'Enter at most one per new broker.',
		);
	}
}

/**
 * Adds storage or brokers to an instance, or changes its flavor, which most regions reduce as well (User Guide
 * of 2025-09, "Modifying Cluster Kafka Instance Specifications"). DMS for Kafka API Reference 5.3.1;
 * 200 answers a job ID that is no background task, and the instance goes over EXTENDING to RUNNING or
 * EXTENDEDFAILED.
 */
export const resize: Operation = {
	value: 'resize',
	name: 'Resize',
	action: 'Resize instance',
	description: 'Add storage or brokers to an instance, or change its flavor',
	api: 'ResizeKafkaInstance',
	request: post('/v2/{project_id}/kafka/instances/{instance_id}/extend'),
	kind: 'change',
	warning:
		'A larger instance costs more from now on; storage and brokers cannot be reduced again. A new flavor restarts the brokers, and topics with one replica are unavailable meanwhile.',
	fields: [
		instance(),
		choice('oper_type', 'What to Resize', {
			required: true,
			values: { horizontal: 'Brokers', vertical: 'Flavor', storage: 'Storage' },
			default: 'storage',
			hint: 'Storage and brokers cannot be reduced again',
		}),
		integer('new_broker_num', 'New Brokers', {
			required: true,
			range: [1, 50],
			default: 4,
			show: { operType: ['horizontal'] },
			description: 'Total number of brokers after the resize',
		}),
		integer('new_storage_space', 'New Storage (GB)', {
			required: true,
			default: 600,
			show: { operType: ['horizontal', 'storage'] },
			description: 'Total storage of all brokers after the resize',
			hint: 'At least 100 GB more per broker; if you add brokers, each gets the same amount as before',
		}),
		choice('new_product_id', 'New Flavor Name or ID', {
			load: { method: 'getResizeProducts', dependsOn: ['instanceId.value'] },
			show: { operType: ['vertical'] },
		}),
	],
	options: [
		elasticIps('Elastic IPs (EIPs) for new brokers; required with public access'),
		list('tenant_ips', 'Private IPv4 Addresses', {
			entry: { pattern: IPV4 },
			description: 'Comma-separated fixed addresses of new brokers; the service assigns the rest',
		}),
		standbySubnet(),
	],
	check,
	outcome: (answer, { body }, item) => singleItem(withInstance({ ...answer, ...body }, item)),
	subject: ({ instance_id: id }) => `instance ${String(id)} resizing`,
	simple,
	completion: instanceResized,
};

import { BadInput, missing } from '../../../shared/badInput';
import { choice, integer, list, text } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { entries, get, one, post } from '../../../shared/operation';
import type { ApiRequest } from '../../../shared/vendor';
import { instanceResized } from '../../completions';
import { IPV4, instance } from '../../fields';
import { simple } from './simple';

/** What only new brokers need. */
const FOR_BROKERS = [
	['publicip_id', 'Public IP IDs'],
	['tenant_ips', 'Private IPv4 Addresses'],
	['second_tenant_subnet_id', 'Standby Subnet ID'],
] as const;

/** Rules between parameters, 5.3.1. */
function check({ body = {} }: ApiRequest): void {
	if (body.oper_type !== 'horizontal') {
		for (const [parameter, label] of FOR_BROKERS) {
			if (body[parameter] === undefined) continue;
			throw new BadInput(label, 'is only for new brokers', "Remove it, or resize to 'Brokers'.");
		}
	}
	if (body.oper_type === 'vertical' && body.new_product_id === undefined) {
		throw missing('New Flavor Name or ID');
	}
	const addresses = (body.tenant_ips ?? []) as string[];
	if (addresses.length > Number(body.new_broker_num)) {
		throw new BadInput(
			'Private IPv4 Addresses',
			'has more entries than there will be brokers',
			'Give at most one for each new broker.',
		);
	}
}

/**
 * Enlarges an instance in one of three ways. DMS for Kafka API Reference 5.3.1; 200 answers a job ID
 * that is no background task, and the instance goes over EXTENDING to RUNNING or EXTENDEDFAILED.
 */
export const resize: Operation = {
	value: 'resize',
	name: 'Resize',
	action: 'Resize instance',
	description: 'Give an instance more storage, more brokers or a larger flavor',
	api: 'ResizeKafkaInstance',
	request: post('/v2/{project_id}/kafka/instances/{instance_id}/extend'),
	fields: [
		instance(),
		choice('oper_type', 'What to Enlarge', {
			required: true,
			values: { horizontal: 'Brokers', vertical: 'Flavor', storage: 'Storage' },
			default: 'storage',
			hint: 'A larger instance is billed more, and cannot be made smaller again',
		}),
		integer('new_broker_num', 'New Brokers', {
			required: true,
			range: [1, 50],
			default: 4,
			show: { operType: ['horizontal'] },
			description: 'How many brokers there are to be in all',
		}),
		integer('new_storage_space', 'New Storage (GB)', {
			required: true,
			default: 600,
			show: { operType: ['horizontal', 'storage'] },
			description: 'How much all brokers together are to have',
			hint: 'At least 100 GB more a broker; with new brokers, as much a broker as before',
		}),
		choice('new_product_id', 'New Flavor Name or ID', {
			load: { method: 'getResizeProducts', dependsOn: ['instanceId.value'] },
			show: { operType: ['vertical'] },
		}),
	],
	options: [
		text('publicip_id', 'Public IP IDs', {
			description:
				'IDs of the elastic IPs for new brokers, with commas between them; needed with public access',
		}),
		list('tenant_ips', 'Private IPv4 Addresses', {
			entry: { pattern: IPV4 },
			description:
				'Fixed addresses of new brokers with commas between them; the others are chosen by the service',
		}),
		text('second_tenant_subnet_id', 'Standby Subnet ID', {
			description: 'Subnet for new brokers; to be used after talking to customer service',
		}),
	],
	check,
	outcome: (answer, { body }, item) =>
		one({ ...answer, instance_id: item.parameter('instanceId'), ...body }),
	subject: ({ instance_id: id }) => `instance ${String(id)} resizing`,
	simple,
	completion: instanceResized,
};

/** Lists what an instance can be resized to. DMS for Kafka API Reference 5.3.2. */
export const getResizeOptions: Operation = {
	value: 'getResizeOptions',
	name: 'Get Resize Options',
	action: 'Get resize options of instance',
	description: 'Get the flavors to which an instance can be resized, with their limits',
	api: 'ShowKafkaInstanceExtendProductInfo',
	request: get('/v2/{project_id}/kafka/instances/{instance_id}/extend'),
	constant: { query: { type: 'advanced' } },
	fields: [instance()],
	outcome: entries('products'),
};

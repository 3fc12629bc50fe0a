import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import { choice, flag, integer, rows, text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { del, get, post, put } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { enterpriseProject, instance, kafkaPassword, retentionPolicy } from '../../fields';
import { wholeList } from '../../api/requests';
import { namedStatuses } from '../../api/status';
import * as batch from '../instance/batch';
import { create } from '../instance/create';
import { deleteOne } from '../instance/delete';
import { simple as currentSimple } from '../instance/simple';
import { update } from '../instance/update';
import { deprecated } from './deprecated';
import { checkWindow, windowFields } from './windows';

/** V1 of the instance API; waiting and looking up go the way of V2, which sees the same instances. */

const simple = [...currentSimple, 'connect_addresses', 'partition_num', 'storage_space'];

/** What each bandwidth comes with. */
const SPECIFICATIONS: Readonly<Record<string, { storage: number; partitions: string }>> = {
	'100MB': { storage: 600, partitions: '300' },
	'300MB': { storage: 1200, partitions: '900' },
	'600MB': { storage: 2400, partitions: '1800' },
	'1200MB': { storage: 4800, partitions: '1800' },
};

/** Rules between parameters, 7.1.1.1. */
function checkSpecification({ specification, ...body }: IDataObject): void {
	const name = String(specification);
	const { storage, partitions } = SPECIFICATIONS[name];
	if (Number(body.storage_space) < storage) {
		throw new BadInput(
			'Storage (GB)',
			`is ${String(body.storage_space)}`,
			`A bandwidth of ${name} requires at least ${storage} GB.`,
		);
	}
	if (body.partition_num !== partitions) {
		throw new BadInput(
			'Maximum Partitions',
			`is ${String(body.partition_num)}`,
			`A bandwidth of ${name} requires ${partitions} partitions.`,
		);
	}
	if (partitions === '1800' && body.storage_spec_code === 'dms.physical.storage.high') {
		throw new BadInput(
			'Disk Type',
			'is High I/O',
			`A bandwidth of ${name} requires Ultra-High I/O.`,
		);
	}
}

function checkNew(request: ApiRequest): void {
	const { body = {} } = request;
	checkSpecification(body);
	checkWindow(request);
	if ((body.available_zones as string[]).length === 2) {
		throw new BadInput(
			'Availability Zone Names or IDs',
			'has two zones',
			'Select one zone, or three or more.',
		);
	}
	if (body.ssl_enable !== true) return;
	for (const [parameter, label] of [
		['access_user', 'SASL User'],
		['password', 'Password'],
	]) {
		if (body[parameter] !== undefined) continue;
		throw new BadInput(label, 'is missing', "Add it under 'Options'. It is required for 'SASL'.");
	}
}

const TAG_TEXT = [/^[^\p{Cc}=*<>\\,|/]+$/u, 'must not contain = * < > \\ , | or /'] as const;

const sharedFields = (...names: string[]) =>
	(create.fields ?? []).filter(({ parameter }) => names.includes(parameter));

/** Creates an instance with V1. DMS for Kafka API Reference 7.1.1.1. */
export const createInstance: Operation = {
	...create,
	value: 'v1CreateInstance',
	name: 'Create Instance (V1)',
	action: 'Create instance with V1',
	description: deprecated('create an instance; billing starts immediately', 'Instance: Create'),
	api: 'V1CreateInstance',
	request: post('/v1.0/{project_id}/instances'),
	fields: [
		...sharedFields('name', 'available_zones', 'vpc_id', 'subnet_id', 'security_group_id'),
		text('engine_version', 'Kafka Version', { required: true, placeholder: 'e.g. 2.3.0' }),
		choice('specification', 'Bandwidth', {
			required: true,
			values: {
				'100MB': '100 MB/s',
				'300MB': '300 MB/s',
				'600MB': '600 MB/s',
				'1200MB': '1200 MB/s',
			},
		}),
		integer('storage_space', 'Storage (GB)', {
			required: true,
			range: [600, 90_000],
			hint: 'At least 600, 1200, 2400, or 4800, depending on the bandwidth',
		}),
		choice('partition_num', 'Maximum Partitions', {
			required: true,
			values: { '300': '300', '900': '900', '1800': '1800' },
		}),
		text('product_id', 'Product ID', {
			required: true,
			placeholder: 'e.g. 00300-30308-0--0',
			description: "As returned by 'Get Products (V1)'",
		}),
		choice('storage_spec_code', 'Disk Type', {
			required: true,
			values: {
				'dms.physical.storage.high': 'High I/O',
				'dms.physical.storage.ultra': 'Ultra-High I/O',
			},
			default: 'dms.physical.storage.ultra',
		}),
		text('kafka_manager_user', 'Kafka Manager User', {
			required: true,
			placeholder: 'e.g. manager',
			length: [4, 64],
			pattern: [/^[A-Za-z0-9_-]+$/, 'can contain only letters, digits, hyphens, and underscores'],
		}),
		kafkaPassword('kafka_manager_password', true, 'Kafka Manager Password'),
	],
	options: [
		text('description', 'Description', { length: [0, 1024], sendBlank: true }),
		flag(
			'ssl_enable',
			'SASL',
			"Whether clients must authenticate with SASL; also set 'SASL User' and 'Password'",
		),
		text('access_user', 'SASL User', {
			description: "First SASL user of the instance; required when 'SASL' is on",
			length: [4, 64],
			pattern: [/^[A-Za-z0-9-]+$/, 'can contain only letters, digits, and hyphens'],
		}),
		kafkaPassword('password', false),
		...windowFields(),
		retentionPolicy(),
		flag(
			'enable_auto_topic',
			'Create Topics Automatically',
			'Whether to create a topic when a client uses one that does not exist',
		),
		enterpriseProject('Enterprise project of the instance'),
		rows('tags', 'Tags', {
			entry: 'Tag',
			fields: [
				text('key', 'Key', {
					placeholder: 'e.g. environment',
					required: true,
					length: [1, 36],
					pattern: TAG_TEXT,
				}),
				text('value', 'Value', {
					placeholder: 'e.g. development',
					required: true,
					length: [1, 43],
					pattern: TAG_TEXT,
				}),
			],
		}),
	],
	check: checkNew,
};

/** Changes an instance with V1. DMS for Kafka API Reference 7.1.1.3; 204 without a body. */
export const updateInstance: Operation = {
	...update,
	value: 'v1UpdateInstance',
	name: 'Update Instance (V1)',
	action: 'Update instance with V1',
	description: deprecated('change the settings of an instance', 'Instance: Update'),
	api: 'V1UpdateInstance',
	request: put('/v1.0/{project_id}/instances/{instance_id}'),
	options: [
		text('name', 'Name', {
			length: [4, 64],
			pattern: [
				/^[A-Za-z][A-Za-z0-9-]*$/,
				'must start with a letter and can contain only letters, digits, and hyphens',
			],
			placeholder: 'e.g. orders-dev',
		}),
		text('description', 'Description', { length: [0, 1024], sendBlank: true }),
		...windowFields(),
		text('security_group_id', 'Security Group ID', {
			description: 'Security group whose rules determine which clients can reach the instance',
		}),
		retentionPolicy(),
		enterpriseProject('Enterprise project to move the instance to'),
	],
	check: (request, parameterOf) => {
		checkWindow(request);
		update.check?.({ ...request, body: request.body && { ...request.body } }, parameterOf);
	},
};

/** Gets an instance with V1. DMS for Kafka API Reference 7.1.1.2. */
export const getInstance: Operation = {
	value: 'v1GetInstance',
	name: 'Get Instance (V1)',
	action: 'Get instance with V1',
	description: deprecated('get an instance', 'Instance: Get'),
	api: 'V1ShowInstance',
	request: get('/v1.0/{project_id}/instances/{instance_id}'),
	fields: [instance()],
	simple,
};

const STATUSES = namedStatuses([
	...['CREATING', 'CREATEFAILED', 'RUNNING', 'ERROR', 'RESTARTING'],
	...['EXTENDING', 'EXTENDEDFAILED', 'DELETING', 'DELETED'],
]);

/** Lists instances with V1. DMS for Kafka API Reference 7.1.1.6; all come in one answer. */
export const getInstances: Operation = {
	value: 'v1GetInstances',
	name: 'Get Many Instances (V1)',
	action: 'Get many instances with V1',
	description: deprecated('get many instances', 'Instance: Get Many'),
	api: 'V1ListInstances',
	request: get('/v1.0/{project_id}/instances'),
	constant: { query: { engine: 'kafka' } },
	options: [
		text('name', 'Name', { place: 'query', description: 'Full or partial name' }),
		text('id', 'Instance ID', {
			place: 'query',
			description: 'Return only the instance with this ID',
		}),
		choice('status', 'Status', { place: 'query', values: STATUSES, default: 'RUNNING' }),
		flag(
			'includeFailure',
			'Count Failed Creations',
			'Whether to also count instances whose creation failed',
			{ place: 'query', asText: true, default: true },
		),
		flag('exactMatchName', 'Exact Name', 'Whether the name must match exactly', {
			place: 'query',
			asText: true,
			default: true,
		}),
		text('enterprise_project_id', 'Enterprise Project ID', {
			place: 'query',
			description: 'Return only instances of this enterprise project',
		}),
	],
	pages: wholeList('instances', 'instance_id'),
	simple,
};

/** Deletes an instance with V1. DMS for Kafka API Reference 7.1.1.4; 204 without a body. */
export const deleteInstance: Operation = {
	...deleteOne,
	value: 'v1DeleteInstance',
	name: 'Delete Instance (V1)',
	action: 'Delete instance with V1',
	description: deprecated(
		'permanently delete an instance and all its messages',
		'Instance: Delete',
	),
	api: 'V1DeleteInstance',
	request: del('/v1.0/{project_id}/instances/{instance_id}'),
};

const action = post('/v1.0/{project_id}/instances/action');

/** Restarts instances with V1. DMS for Kafka API Reference 7.1.1.5. */
export const restartInstances: Operation = {
	...batch.restart,
	value: 'v1RestartInstances',
	name: 'Restart Instances (V1)',
	action: 'Restart instances with V1',
	description: deprecated('restart one or more instances', 'Instance: Restart'),
	api: 'V1BatchRestartOrDeleteInstances',
	request: action,
};

/** The request as V2 names its parameters. */
const asCurrent = ({ body: { allFailure, ...body } = {}, ...request }: ApiRequest): ApiRequest => ({
	...request,
	body: { ...body, all_failure: allFailure },
});

/** Deletes instances with V1. DMS for Kafka API Reference 7.1.1.5. */
export const deleteInstances: Operation = {
	...batch.deleteMany,
	value: 'v1DeleteInstances',
	name: 'Delete Many Instances (V1)',
	action: 'Delete many instances with V1',
	description: deprecated(
		'delete multiple instances, or all instances whose creation failed',
		'Instance: Delete Many',
	),
	api: 'V1BatchRestartOrDeleteInstances',
	request: action,
	options: [
		choice('allFailure', 'All Failed Instances', {
			values: { kafka: 'Delete All Kafka Instances Whose Creation Failed' },
			description: 'Leave the list of instances empty when you use this option',
		}),
	],
	check: (request, parameterOf) => batch.deleteMany.check?.(asCurrent(request), parameterOf),
	outcome: (body, request, item) =>
		batch.deleteMany.outcome?.(body, asCurrent(request), item) ?? [],
};

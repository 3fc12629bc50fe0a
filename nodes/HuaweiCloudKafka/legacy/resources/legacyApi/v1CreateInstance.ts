import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { choice, flag, integer, rows, text } from '../../../../shared/form/fields';
import { kafkaPassword } from '../../../fields';
import { create } from '../../../resources/instance/create';
import { enterpriseProject } from '../../../networkFields';
import { retentionPolicy } from '../../../resources/instance/fields';
import { checkNew } from './checks';
import { deprecated } from './deprecated';
import { windowFields } from './windows';

/** What keys and values of tags look like here. */
const TAG_TEXT = [/^[^\p{Cc}=*<>\\,|/]+$/u, 'must not contain = * < > \\ , | or /'] as const;

/** Fields that V1 shares with the current API. */
const sharedFields = (...names: string[]) =>
	(create.fields ?? []).filter(({ wireName }) => names.includes(wireName));

/** Creates an instance with V1. DMS for Kafka API Reference 7.1.1.1. */
export const v1CreateInstance: Operation = {
	...create,
	value: 'v1CreateInstance',
	name: 'Create Instance (V1)',
	action: 'Create instance with V1',
	description: deprecated('create an instance; billing starts immediately', 'Instance: Create'),
	api: 'V1CreateInstance',
	request: post('/v1.0/{project_id}/instances'),
	kind: 'create',
	billed: true,
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

import type { Operation } from '../../../shared/contract/operation';
import { get, post } from '../../../shared/contract/operation';
import { create } from '../instance/create';
import { getResizeOptions, resize } from '../instance/resize';
import { reassignPartitions } from '../topic/reassign';
import { tags } from '../../fields';
import { deprecated } from './deprecated';

/** V2 operations under the paths that they had before; the engine in the path is always kafka. */

/** What creating an instance learned only under its new path. */
const NOT_YET = ['tenant_ips', 'port_protocol', 'connector_enable', 'bss_param'];

/** What the values of tags have to look like here. */
const TAG_VALUE = [/^(\S(.*\S)?)?$/, 'must not start or end with a space'] as const;

/** Creates an instance. DMS for Kafka API Reference 7.2.1.1. */
export const createByEngine: Operation = {
	...create,
	value: 'createInstanceByEngine',
	name: 'Create Instance (Old Path)',
	action: 'Create instance under old path',
	description: deprecated('create an instance; billing starts immediately', 'Instance: Create'),
	api: 'CreateInstanceByEngine',
	request: post('/v2/kafka/{project_id}/instances'),
	options: create.options
		?.filter(({ parameter }) => !NOT_YET.includes(parameter))
		.map((field) => (field.parameter === 'tags' ? tags(false, TAG_VALUE) : field)),
};

/** Moves partitions between brokers. DMS for Kafka API Reference 7.2.2.1. */
export const reassignOldPath: Operation = {
	...reassignPartitions,
	value: 'reassignPartitionsOldPath',
	name: 'Reassign Partitions (Old Path)',
	action: 'Reassign partitions under old path',
	description: deprecated('reassign partitions to brokers', 'Topic: Reassign Partitions'),
	api: 'CreateReassignmentTask',
	request: post('/v2/kafka/{project_id}/instances/{instance_id}/reassign'),
};

/** Enlarges an instance. DMS for Kafka API Reference 7.2.3.2. */
export const resizeByEngine: Operation = {
	...resize,
	value: 'resizeInstanceByEngine',
	name: 'Resize Instance (Old Path)',
	action: 'Resize instance under old path',
	description: deprecated(
		'add storage or brokers to an instance, or change it to a larger flavor',
		'Instance: Resize',
	),
	api: 'ResizeEngineInstance',
	request: post('/v2/kafka/{project_id}/instances/{instance_id}/extend'),
};

/** Lists what an instance can be resized to. DMS for Kafka API Reference 7.2.3.1. */
export const getResizeOptionsByEngine: Operation = {
	...getResizeOptions,
	value: 'getResizeOptionsByEngine',
	name: 'Get Resize Options (Old Path)',
	action: 'Get resize options under old path',
	description: deprecated(
		'get the flavors that an instance can be resized to',
		'Instance: Get Resize Options',
	),
	api: 'ShowEngineInstanceExtendProductInfo',
	request: get('/v2/kafka/{project_id}/instances/{instance_id}/extend'),
};

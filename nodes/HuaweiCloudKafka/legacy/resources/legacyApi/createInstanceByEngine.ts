import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { tags } from '../../../fields';
import { create } from '../../../resources/instance/create';
import { deprecated } from './deprecated';

/** What only the new path takes. */
const NOT_YET = ['tenant_ips', 'port_protocol', 'connector_enable', 'bss_param'];

/** What the values of tags have to look like here. */
const TAG_VALUE = [/^(\S(.*\S)?)?$/, 'must not start or end with a space'] as const;

/** Creates an instance under the old path. DMS for Kafka API Reference 7.2.1.1. */
export const createInstanceByEngine: Operation = {
	...create,
	value: 'createInstanceByEngine',
	name: 'Create Instance (Old Path)',
	action: 'Create instance under old path',
	description: deprecated('create an instance; billing starts immediately', 'Instance: Create'),
	api: 'CreateInstanceByEngine',
	request: post('/v2/kafka/{project_id}/instances'),
	kind: 'create',
	billed: true,
	options: create.options
		?.filter(({ wireName }) => !NOT_YET.includes(wireName))
		.map((field) => (field.wireName === 'tags' ? tags(false, TAG_VALUE) : field)),
};

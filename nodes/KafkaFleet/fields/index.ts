import type { INodeProperties } from 'n8n-workflow';

import type { FleetVendor } from '../../shared/fleet/vendor';
import { OPERATIONS, RESOURCES } from '../operations';
import { activityFields, activityTuning } from './activity';
import { cloudsField, regionFields } from './clouds';
import { deletionFields } from './deletion';
import { filtersField } from './filters';
import { findFields, keepField } from './find';
import { instanceField } from './instance';
import { markFields } from './mark';
import { optionsField } from './options';
import { outputFields } from './output';

/** @param initial The operation that the resource begins with */
const operationField = (resource: string, initial: string): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: initial,
	options: OPERATIONS.filter((one) => one.resource === resource).map(
		({ name, value, action, description }) => ({ name, value, action, description }),
	),
	displayOptions: { show: { resource: [resource] } },
});

/** The form of the node: what an operation does, then what it leaves out, then how it returns it. */
export const propertiesOf = (vendors: readonly FleetVendor[]): INodeProperties[] => [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		default: 'instance',
		options: [...RESOURCES],
	},
	...RESOURCES.map(({ value }) => operationField(value, value === 'cleanUp' ? 'find' : 'getAll')),
	...cloudsField(vendors),
	...regionFields(vendors),
	instanceField(vendors),
	...activityFields(vendors),
	...findFields(vendors),
	...markFields,
	...deletionFields(vendors),
	filtersField,
	keepField,
	...activityTuning,
	...outputFields,
	optionsField(vendors),
];

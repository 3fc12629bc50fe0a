import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import { choice, flag, integer, list, locator, rows, text } from '../../../shared/form/fields';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { routeCreated, routeDeleted } from '../../completions/instance';
import { instance } from '../../fields';
import { flowOf, routePages } from '../../api/requests';
import { ACCESS_TYPES, VIP_TYPES } from '../../api/labels';

/** The access types that a network takes. */
const ACCESS_OF: Readonly<Record<string, number[]>> = {
	1: [1, 3],
	3: [0, 1, 3, 4, 5],
	7: [0, 1, 3],
};

/** Rules between parameters of a new route. */
function check({ body = {} }: ApiRequest): void {
	const network = String(body.VipType);
	const access = Number(body.AccessType ?? 0);
	if (!ACCESS_OF[network].includes(access)) {
		const names = ACCESS_OF[network].map((code) => ACCESS_TYPES[code]).join(', ');
		throw new BadInput(
			'Access',
			`is ${ACCESS_TYPES[access]}, which is not available for routes in this network`,
			`Use one of: ${names}.`,
		);
	}
	if (body.PublicNetwork !== undefined && Number(body.PublicNetwork) % 3 !== 0) {
		throw new BadInput(
			'Public Bandwidth (Mbps)',
			`is ${String(body.PublicNetwork)}`,
			'Enter a multiple of 3.',
		);
	}
	if (body.IpWhitelist !== undefined && network !== '1') {
		throw new BadInput(
			'Allowed Addresses',
			'is available only for public routes',
			"Remove it, or set 'Network' to 'Public'.",
		);
	}
}

const callerAppId = (): Field =>
	integer('CallerAppid', 'Caller App ID', { description: 'App ID of the calling account' });

/** The route to delete; its ID is a number on the wire. */
function existingRoute(): Field {
	const field = locator('RouteId', 'Route', {
		name: 'route',
		required: true,
		search: 'searchRoutes',
		dependsOn: ['instanceId.value'],
		by: 'ID',
		placeholder: 'e.g. 81234',
		description: 'Route to delete',
	});
	const number = integer('RouteId', 'Route', { required: true });
	return { ...field, toWire: number.toWire };
}

/** Adds a way to the brokers. CKafka CreateRoute; done when its task is, or the route reads 2. */
const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create route',
	description: 'Add a route through which clients reach the brokers, in a VPC or on the internet',
	api: 'CreateRoute',
	request: post('/'),
	fields: [
		instance(),
		choice('VipType', 'Network', {
			name: 'network',
			required: true,
			values: VIP_TYPES,
			default: '3',
			asNumber: true,
		}),
		choice('AccessType', 'Access', { values: ACCESS_TYPES, default: '0', asNumber: true }),
		text('VpcId', 'VPC ID', {
			name: 'routeVpc',
			required: true,
			show: { network: ['3'] },
			placeholder: 'e.g. vpc-rmcgxxxx',
		}),
		text('SubnetId', 'Subnet ID', {
			name: 'routeSubnet',
			required: true,
			show: { network: ['3'] },
			placeholder: 'e.g. subnet-mnzcxxxx',
		}),
		integer('PublicNetwork', 'Public Bandwidth (Mbps)', {
			required: true,
			show: { network: ['1'] },
			default: 3,
			hint: 'Must be a multiple of 3; bandwidth beyond the free amount is billed',
		}),
	],
	options: [
		integer('AuthFlag', 'Permission Management (Deprecated)', {
			description: 'No longer has any effect',
		}),
		callerAppId(),
		text('Ip', 'IP Address', { description: 'Virtual IP address of the route' }),
		text('Note', 'Note', { description: 'Note about the route' }),
		list('SecurityGroupIds', 'Security Group IDs', {
			description: 'Comma-separated, in the order in which they apply',
		}),
		rows('IpWhitelist', 'Allowed Addresses', {
			entry: 'Address',
			description:
				'IP addresses that can use a public route; not available on the international site',
			fields: [
				text('CidrBlock', 'Address or Range', { placeholder: 'e.g. 203.0.113.0/24' }),
				text('PolicyDescription', 'Description'),
			],
		}),
	],
	check,
	outcome: (answer, { body }) => {
		const { RouteId } = (answer.RouteDTO ?? {}) as { RouteId?: number };
		return one({
			InstanceId: body?.InstanceId,
			...(RouteId !== undefined && { RouteId }),
			VipType: body?.VipType,
			AccessType: body?.AccessType ?? 0,
			...flowOf(answer),
		});
	},
	subject: ({ InstanceId: id, RouteId: route }) =>
		`route ${String(route)} of instance ${String(id)}`,
	completion: routeCreated,
};

/** Lists the ways to the brokers. CKafka DescribeRoute; all in one answer. */
const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many routes',
	description:
		'Get the routes through which clients reach the brokers, with their addresses and access types',
	api: 'DescribeRoute',
	request: post('/'),
	effect: 'read',
	fields: [instance()],
	options: [
		integer('RouteId', 'Route ID', { name: 'routeFilter', description: 'Return only this route' }),
		flag(
			'MainRouteFlag',
			'Main Route',
			'Whether to also return the route created with the instance, regardless of other filters',
			{ default: true },
		),
	],
	pages: routePages,
};

/** Removes a way to the brokers. CKafka DeleteRoute. */
const deleteOne: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete route',
	description: 'Delete a route; clients that use it are disconnected',
	api: 'DeleteRoute',
	request: post('/'),
	fields: [instance(), existingRoute()],
	options: [
		callerAppId(),
		text('DeleteRouteTime', 'Deletion Time', {
			placeholder: 'e.g. 2026-12-01 03:00:00',
			description:
				'When to delete a public route, within the next 24 hours; leave empty to delete it immediately',
		}),
	],
	outcome: (answer, { body }) => one({ deleted: true, ...body, ...flowOf(answer) }),
	subject: ({ InstanceId: id, RouteId: route }) =>
		`route ${String(route)} of instance ${String(id)} deleted`,
	completion: routeDeleted,
};

export const route: Resource = {
	value: 'route',
	name: 'Route',
	operations: [getAll, create, deleteOne],
};

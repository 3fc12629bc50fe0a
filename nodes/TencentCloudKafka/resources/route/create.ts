import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import { isBlank } from '../../../shared/contract/field';
import type { MadeBefore, Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, integer, rows, text } from '../../../shared/form/fields';
import { ACCESS_TYPES, VIP_TYPES } from '../../api/labels';
import { routeRows } from '../../api/pages';
import { routeSubject, taskOf, wholeNumber } from '../../api/records';
import { listRoutes } from '../../api/requests';
import { routeCreated } from '../../completions/route';
import { instance } from '../../fields';
import { routeNetwork, severalSecurityGroups } from '../../networkFields';
import { checkSteps } from '../instance/checks';
import { addressParts, callerAppId } from './fields';

/** The access types that a network takes. */
const ACCESS_OF: Readonly<Partial<Record<string, number[]>>> = {
	1: [1, 3],
	3: [0, 1, 3, 4, 5],
	7: [0, 1, 3],
};

/** Rules between parameters of a new route. */
function check({ body = {} }: ApiRequest): void {
	const network = String(body.VipType);
	const access = Number(body.AccessType ?? 0);
	const possible = ACCESS_OF[network];
	if (possible && Object.hasOwn(ACCESS_TYPES, access) && !possible.includes(access)) {
		const names = possible.map((code) => ACCESS_TYPES[code]).join(', ');
		throw new BadInput(
			'Access',
			`is ${ACCESS_TYPES[access]}, which is not available for routes in this network`,
			`Use one of: ${names}.`,
		);
	}
	checkSteps(body);
	if (body.IpWhitelist !== undefined && network !== '1') {
		throw new BadInput(
			'Allowed Addresses',
			'is available only for public routes',
			"Remove it, or set 'Network' to 'Public'.",
		);
	}
}

/** A route has no name, and its list does not say when it was created. */
const madeBefore: MadeBefore = {
	async find(item, { body = {} }) {
		const listed = await item.oncePerRun(
			[item.addressee, 'routes', body.InstanceId].join('|'),
			async () => await item.call(listRoutes(body.InstanceId, { MainRouteFlag: true })),
		);
		const asked: IDataObject = { ...body, AccessType: body.AccessType ?? 0, Subnet: body.SubnetId };
		const agrees = (row: IDataObject) =>
			['VipType', 'AccessType', 'VpcId', 'Subnet'].every(
				(name) =>
					isBlank(row[name]) || isBlank(asked[name]) || String(row[name]) === String(asked[name]),
			);
		return routeRows(listed)
			.filter(agrees)
			.map(({ RouteId }) => `route ${String(RouteId)}`);
	},
	goOn: "To continue with the existing route, use 'Get Many', which returns its address.",
};

/** Adds a way to the brokers. CKafka CreateRoute; done when its task is, or the route reads 2. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create route',
	description: 'Add a route through which clients reach the brokers, in a VPC or on the internet',
	api: 'CreateRoute',
	request: post('/'),
	kind: 'create',
	fields: [
		instance(),
		choice('VipType', 'Network', {
			name: 'network',
			required: true,
			open: true,
			values: VIP_TYPES,
			default: '3',
			asNumber: true,
		}),
		choice('AccessType', 'Access', {
			open: true,
			values: ACCESS_TYPES,
			default: '0',
			asNumber: true,
		}),
		...routeNetwork({ show: { network: ['3'] } }),
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
		severalSecurityGroups(),
		rows('IpWhitelist', 'Allowed Addresses', {
			entry: 'Address',
			description:
				'IP addresses that can use a public route; not available on the international site',
			fields: addressParts(),
		}),
	],
	check,
	outcome: (answer, { body }) => {
		// Both the object and its ID may be null; 0 is no route.
		const id = wholeNumber((answer.RouteDTO as IDataObject | null | undefined)?.RouteId) ?? 0;
		return singleItem({
			InstanceId: body?.InstanceId,
			...(id > 0 && { RouteId: id }),
			VipType: body?.VipType,
			AccessType: body?.AccessType ?? 0,
			...taskOf(answer),
		});
	},
	subject: routeSubject,
	madeBefore,
	completion: routeCreated,
};

import type { IDataObject } from 'n8n-workflow';

import { kafkaAccess } from '../../../shared/contract/kafkaAccess';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { VIP_TYPES } from '../../api/labels';
import { routeRows } from '../../api/pages';
import { addressesOf, isInternal, statusOfRoute } from '../../api/routes';
import { instance } from '../../fields';

/**
 * Kafka protocol and SASL mechanism of an access type; the last two are not in DescribeRoute's list. SCRAM is there in
 * plain text only (page 597/57773, "SDK Overview").
 */
const PROTOCOLS: Readonly<Record<string, [protocol: string, mechanism?: string]>> = {
	0: ['PLAINTEXT'],
	1: ['SASL_PLAINTEXT', 'PLAIN'],
	2: ['SSL'],
	3: ['SASL_SSL', 'PLAIN'],
	4: ['SASL_PLAINTEXT', 'SCRAM-SHA-256'],
	5: ['SASL_PLAINTEXT', 'SCRAM-SHA-512'],
};

/** Clients authenticate as instance ID and user name: ckafka-8j4ro59xx#orders-service (page 597/57773). */
function security(instanceId: unknown, { AccessType }: IDataObject): IDataObject {
	const [, mechanism] = PROTOCOLS[String(AccessType)] ?? [];
	return mechanism ? { saslMechanisms: [mechanism], usernamePrefix: `${String(instanceId)}#` } : {};
}

const accessOf = (route: IDataObject): IDataObject => {
	const [securityProtocol] = PROTOCOLS[String(route.AccessType)] ?? ['unknown'];
	return kafkaAccess(securityProtocol, addressesOf(route));
};

const accessMode = (instanceId: unknown, route: IDataObject): IDataObject => ({
	RouteId: route.RouteId,
	network: VIP_TYPES[String(route.VipType)] ?? String(route.VipType),
	...accessOf(route),
	...security(instanceId, route),
});

/** Networks in the order in which a client is to try them; one that no document lists comes last. */
const PREFERRED = ['3', '1'];

function rank({ VipType }: IDataObject): number {
	const place = PREFERRED.indexOf(String(VipType));
	return place < 0 ? PREFERRED.length : place;
}

/**
 * The routes for clients: first those in the VPC, among which is the main one, then the public ones. Those
 * for the vendor's own support are left out, although the list begins with them.
 */
const forClients = (routes: IDataObject[]): IDataObject[] =>
	routes
		.filter((route) => !isInternal(route) && statusOfRoute(route).kind === 'ready')
		.sort((a, b) => rank(a) - rank(b));

/** What a Kafka client needs, put together from the routes of an instance. */
export function connectionOf(instanceId: unknown, routes: IDataObject[]): IDataObject {
	const open = forClients(routes);
	const modes = open.map((route) => accessMode(instanceId, route));
	const first = open.find((route) => addressesOf(route).length > 0);
	return {
		InstanceId: instanceId as string,
		...(first ? { ...accessOf(first), ...security(instanceId, first) } : kafkaAccess('', [])),
		accessModes: modes,
		publicAccess: modes.some(({ network }) => network === VIP_TYPES[1]),
	};
}

/**
 * What a Kafka client needs to connect, from the routes of the instance (CKafka DescribeRoute): the
 * fields of n8n's own Kafka credential, and every way in that is open. The main route is only listed
 * when it is asked for.
 */
export const getConnection: Operation = {
	value: 'getConnection',
	name: 'Get Connection Settings',
	action: 'Get connection settings',
	description: 'Get the broker addresses and security settings that Kafka clients need',
	api: 'DescribeRoute',
	request: post('/'),
	kind: 'read',
	constant: { body: { MainRouteFlag: true } },
	fields: [instance()],
	outcome: (body, request) => singleItem(connectionOf(request.body?.InstanceId, routeRows(body))),
};

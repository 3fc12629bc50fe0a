import { refuse, refuseMissing, refuseValue, success } from '../answers/errors';
import { accepted, routeAccepted } from '../answers/outcome';
import type { Rules } from '../model/options';
import { readTime, timeText } from '../answers/time';
import { BROKERS } from '../model/catalogue';
import type { Route } from '../model/contents';
import { startFlow } from '../model/flows';
import { ROUTE_STATUS } from '../model/status';
import { allowedAddress, type AllowedAddress } from '../requests/allowedAddresses';
import { checkAddresses } from '../requests/checks';
import type { Context, Handler } from '../requests/context';
import { checkNetwork } from '../requests/networks';

interface CreateBody {
	InstanceId: string;
	VipType: 1 | 3 | 7;
	VpcId?: string;
	SubnetId?: string;
	AccessType?: number;
	PublicNetwork?: number;
	Ip?: string;
	Note?: string;
	IpWhitelist?: Array<Partial<AllowedAddress>>;
	SecurityGroupIds?: string[];
}

const PUBLIC = 1;
const VPC = 3;
const SUPPORT = 7;
/** Ways of access by kind of network. */
const ACCESS_TYPES: Record<number, number[]> = { 1: [1, 3], 3: [0, 1, 3, 4, 5], 7: [0, 1, 3] };
/** Of these, an instance has one (page 597/32555, "Constraints and Limitations"). */
const SASL_PLAINTEXT = 1;
const DAY_MS = 86_400_000;

const PORTS: Record<number, number> = { 0: 50000, 1: 50001, 3: 50003, 4: 50004, 5: 50005 };

/** Adds a route: 1 (creating), then 2 (created), or 3 when it is to fail. */
export const CreateRoute: Handler = (request, context) => {
	const body = request.body as CreateBody;
	const { state, now } = context;
	const instance = context.runningInstance(body.InstanceId);
	check(body, context);
	const { routeQuota } = state.rules;
	if (instance.routes.filter(({ vipType }) => vipType !== SUPPORT).length >= routeQuota) {
		refuse('LimitExceeded.RouteOverLimit', `The instance may have ${routeQuota} routes.`);
	}
	const access = body.AccessType ?? 0;
	if (access === SASL_PLAINTEXT && instance.routes.some(isForClients(access))) {
		refuse('LimitExceeded.RouteSASLOverLimit', 'The instance has a SASL_PLAINTEXT route.');
	}
	const inside = body.VipType === VPC;
	const route = state.newRoute({
		vipType: body.VipType,
		accessType: access,
		vpcId: inside ? (body.VpcId ?? '') : instance.vpcId,
		subnetId: inside ? (body.SubnetId ?? '') : '',
		note: body.Note ?? '',
		allowed: (body.IpWhitelist ?? []).map(allowedAddress),
		securityGroups: body.SecurityGroupIds ?? [],
		status: ROUTE_STATUS.creating,
		...(body.Ip ? { vip: body.Ip } : {}),
	});
	instance.routes.push(route);
	const flow = startFlow(state, instance, now, {
		operation: request.operation,
		duration: instance.durations.route,
		work: () => void (route.status = ROUTE_STATUS.created),
		undo: () => void (route.status = ROUTE_STATUS.createFailed),
	});
	return routeAccepted(flow, route.id);
};

const isForClients =
	(access: number) =>
	({ accessType, vipType }: Route): boolean =>
		accessType === access && vipType !== SUPPORT;

function check(body: CreateBody, context: Context): void {
	const { VipType, AccessType = 0, VpcId, SubnetId, IpWhitelist } = body;
	const allowed = ACCESS_TYPES[VipType];
	if (!allowed.includes(AccessType)) {
		refuseValue('AccessType', `routes of VipType ${VipType} have ${allowed.join(', ')}`);
	}
	if (VipType === VPC) {
		if (!VpcId) refuseMissing('VpcId');
		if (!SubnetId) refuseMissing('SubnetId');
		checkNetwork(context, { VpcId, SubnetId });
	}
	if (VipType === PUBLIC && body.PublicNetwork === undefined) refuseMissing('PublicNetwork');
	if (IpWhitelist && VipType !== PUBLIC) refuseValue('IpWhitelist', 'it is for public routes');
	checkAddresses(
		'IpWhitelist',
		(IpWhitelist ?? []).map(({ CidrBlock = '' }) => CidrBlock),
	);
	if (body.Ip) checkAddresses('Ip', [body.Ip]);
}

/** Routes of an instance; the one it was made with only when it is asked for. */
export const DescribeRoute: Handler = (request, context) => {
	const { InstanceId, RouteId, MainRouteFlag } = request.body as {
		InstanceId: string;
		RouteId?: number;
		MainRouteFlag?: boolean;
	};
	const { id, routes, region } = context.workingInstance(InstanceId);
	const shown = routes.filter((route) =>
		route.main ? MainRouteFlag === true : RouteId === undefined || route.id === RouteId,
	);
	const domain = `${id}.${region}.ckafka.tencentcloudmq.com`;
	const { routeStatus } = context.state.rules;
	return success({ Result: { Routers: shown.map((route) => record(route, domain, routeStatus)) } });
};

/** The route as the vendor's example prints it; one that is being made has no address yet. */
function record(route: Route, domain: string, how: Rules['routeStatus']): Record<string, unknown> {
	const open = route.vipType === PUBLIC;
	const port = route.main ? 9092 : (PORTS[route.accessType] ?? 50000);
	const exists =
		route.status !== ROUTE_STATUS.creating && route.status !== ROUTE_STATUS.createFailed;
	const at = (Vport: number) => ({ Vip: route.vip, Vport: String(Vport) });
	const brokers = Array.from({ length: BROKERS }, (_, broker) => at(port + 1 + broker));
	return {
		AccessType: route.accessType,
		RouteId: route.id,
		VipType: route.vipType,
		VipList: exists ? [at(port)] : [],
		Domain: open && exists ? domain : '',
		DomainPort: open && exists ? port : 0,
		DeleteTimestamp: route.deleteAt === null ? '' : timeText(route.deleteAt),
		Subnet: route.subnetId,
		BrokerVipList: exists ? brokers : [],
		VpcId: route.vpcId,
		...(route.note !== '' && { Note: route.note }),
		...(how !== 'absent' && { Status: how === 'null' ? null : route.status }),
	};
}

interface DeleteBody {
	InstanceId: string;
	RouteId: number;
	DeleteRouteTime?: string;
}

/** Deletes a route: 4 (deleting) until it is gone, or 6 when it is to fail; public ones also later. */
export const DeleteRoute: Handler = (request, context) => {
	const { InstanceId, RouteId, DeleteRouteTime } = request.body as DeleteBody;
	const { state, now } = context;
	const instance = context.runningInstance(InstanceId);
	const route = instance.routes.find(({ id }) => id === RouteId);
	if (!route) refuse('ResourceNotFound', `The route ${RouteId} does not exist.`);
	if (route.main || route.vipType === SUPPORT) {
		refuse('OperationDenied', 'The route made with the instance cannot be deleted.');
	}
	if (route.status === ROUTE_STATUS.creating || route.status === ROUTE_STATUS.deleting) {
		refuse('ResourceInUse', `The route ${RouteId} is being created or deleted.`);
	}
	const startsAt = DeleteRouteTime ? deletionTime(DeleteRouteTime, route, now) : now;
	route.deleteAt = startsAt;
	const begin = () => void (route.status = ROUTE_STATUS.deleting);
	if (startsAt === now) begin();
	else instance.agenda.plan(startsAt, begin);
	const flow = startFlow(state, instance, now, {
		operation: request.operation,
		duration: startsAt - now + instance.durations.routeDelete,
		work: () => {
			instance.routes = instance.routes.filter((other) => other !== route);
		},
		undo: () => void (route.status = ROUTE_STATUS.deleteFailed),
	});
	return accepted(context.state, flow);
};

function deletionTime(text: string, route: Route, now: number): number {
	if (route.vipType !== PUBLIC) refuseValue('DeleteRouteTime', 'it is for public routes');
	const time = readTime(text) ?? refuseValue('DeleteRouteTime', 'it is no time');
	if (time < now || time > now + DAY_MS) {
		refuseValue('DeleteRouteTime', 'it must be within the next 24 hours');
	}
	return time;
}

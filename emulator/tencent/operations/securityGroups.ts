import { refuse, refuseValue, success } from '../answers/errors';
import type { Route } from '../model/contents';
import type { Instance } from '../model/instance';
import { matches, page, type Paging } from '../requests/checks';
import type { Context, Handler } from '../requests/context';
import { routeOf } from '../requests/find';

/** A route as on the wire. */
interface InstanceRoute {
	InstanceId: string;
	RouteId: number;
}

const QUOTA = 5;

const found = ({ InstanceId, RouteId }: InstanceRoute, context: Context): Route =>
	routeOf(context.workingInstance(InstanceId), RouteId);

function check(ids: string[]): void {
	const wrong = ids.find((id) => !/^sg-\w+$/.test(id));
	if (wrong !== undefined) refuseValue('SecurityGroupIds', `${wrong} is no security group`);
	if (ids.length > QUOTA) refuse('LimitExceeded', `A route may have ${QUOTA} security groups.`);
}

const done = () => success({ Result: { ReturnCode: '0', ReturnMessage: 'success' } });

/** Replaces the groups of a route; without a list, all are detached. */
export const ModifyRouteSecurityGroups: Handler = (request, context) => {
	const { InstanceRoute: named, SecurityGroupIds: ids = [] } = request.body as {
		InstanceRoute: InstanceRoute;
		SecurityGroupIds?: string[];
	};
	const route = found(named, context);
	check(ids);
	route.securityGroups = [...new Set(ids)];
	return done();
};

interface AttachBody {
	InstanceRoutes: InstanceRoute[];
	SecurityGroupId: string;
}

/** Adds a group to routes, behind those that they have. */
export const AssociateRoutesSecurityGroup: Handler = (request, context) => {
	const { InstanceRoutes, SecurityGroupId: id } = request.body as AttachBody;
	const routes = InstanceRoutes.map((one) => found(one, context));
	for (const route of routes) check([...new Set([...route.securityGroups, id])]);
	for (const route of routes) route.securityGroups = [...new Set([...route.securityGroups, id])];
	return done();
};

/** Takes a group off routes. */
export const DisassociateRoutesSecurityGroup: Handler = (request, context) => {
	const { InstanceRoutes, SecurityGroupId: id } = request.body as AttachBody;
	const routes = InstanceRoutes.map((one) => found(one, context));
	for (const route of routes)
		route.securityGroups = route.securityGroups.filter((other) => other !== id);
	return done();
};

interface ListBody extends Paging {
	InstanceRoute?: InstanceRoute;
	Filters?: Array<{ Name?: string; Values?: string[]; Relation?: 'IN' | 'NOT_IN' }>;
	SearchWord?: string;
}

/** Routes of all instances of the region, but those for the vendor's support. */
export const DescribeSecurityGroupRoutes: Handler = (request, { state, region }) => {
	const body = request.body as ListBody;
	const { InstanceRoute: only, Filters = [], SearchWord } = body;
	const all = state
		.of(region)
		.flatMap((instance) => instance.routes.map((route) => ({ instance, route })))
		.filter(({ route }) => route.vipType !== 7)
		.filter(({ instance, route }) =>
			[instance.id, instance.name, route.vip].some((text) => matches(text, SearchWord)),
		)
		.filter(
			({ instance, route }) =>
				!only || (only.InstanceId === instance.id && only.RouteId === route.id),
		)
		.filter(({ route }) =>
			Filters.every(({ Values = [], Relation = 'IN' }) => {
				const has = route.securityGroups.some((id) => Values.includes(id));
				return Relation === 'IN' ? has : !has;
			}),
		);
	const SecurityGroupRoutes = page(all, body, 20).map(record);
	return success({ Result: { TotalCount: all.length, SecurityGroupRoutes } });
};

const record = ({ instance, route }: { instance: Instance; route: Route }) => ({
	InstanceRoute: { InstanceId: instance.id, RouteId: route.id },
	SecurityGroupIds: route.securityGroups,
	InstanceName: instance.name,
	VpcId: route.vpcId,
	Vip: route.vip,
});

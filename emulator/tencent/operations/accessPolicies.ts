import { refuseValue, success } from '../answers/errors';
import type { Route } from '../model/contents';
import { allowedAddress, type AllowedAddress } from '../requests/allowedAddresses';
import { checkAddresses } from '../requests/checks';
import type { Context, Handler } from '../requests/context';
import { routeOf } from '../requests/find';

const PUBLIC = 1;

interface Body {
	InstanceId: string;
	RouteId: number;
	IpWhitelist?: Array<Partial<AllowedAddress>>;
}

function publicRoute({ InstanceId, RouteId }: Body, context: Context): Route {
	const route = routeOf(context.workingInstance(InstanceId), RouteId);
	if (route.vipType !== PUBLIC) refuseValue('RouteId', 'it must be a public route');
	return route;
}

/** Replaces the whole list; without one, all entries are deleted. */
export const ModifyAccessPolicy: Handler = (request, context) => {
	const body = request.body as Body;
	const route = publicRoute(body, context);
	const wanted = (body.IpWhitelist ?? []).map(allowedAddress);
	checkAddresses(
		'IpWhitelist',
		wanted.map(({ CidrBlock }) => CidrBlock),
	);
	route.allowed = wanted;
	return success({ Result: 'Succeed' });
};

/** Lists the addresses that may use a public route. */
export const DescribeAccessPolicy: Handler = (request, context) => {
	const { allowed } = publicRoute(request.body as Body, context);
	return success({ Result: { TotalCount: allowed.length, IpWhitelist: allowed } });
};

import type { IDataObject } from 'n8n-workflow';

import type { StatusKind } from '../../shared/contract/completion';
import { isBlank } from '../../shared/contract/field';
import { routeStatus } from './status';

/** What a route of DescribeRoute leads to, and for whom it is. */

/** Network of routes for the vendor's own support: their addresses are of no use to clients. */
const INTERNAL = '7';

export const isInternal = ({ VipType }: IDataObject): boolean => String(VipType) === INTERNAL;

const joined = (host: unknown, port: unknown) => `${String(host)}:${String(port)}`;

/** Whether an answer names a port: there is none where it is null, an empty text, or 0. */
const isPort = (port: unknown) => !isBlank(port) && String(port) !== '0';

/** Host and port of a route: of its domain, or else all addresses; without a domain, that is empty and 0. */
export function addressesOf(route: IDataObject): string[] {
	if (!isBlank(route.Domain) && isPort(route.DomainPort)) {
		return [joined(route.Domain, route.DomainPort)];
	}
	const addresses = Array.isArray(route.VipList)
		? (route.VipList as Array<IDataObject | null>)
		: [];
	return addresses.flatMap((address) =>
		address && !isBlank(address.Vip) && isPort(address.Vport)
			? [joined(address.Vip, address.Vport)]
			: [],
	);
}

/** The status of a route. The list may leave it out: then one with an address is ready. */
export function statusOfRoute(route: IDataObject): { name: string; kind: StatusKind } {
	if (!isBlank(route.Status)) return routeStatus(route.Status);
	return addressesOf(route).length > 0
		? { name: 'created', kind: 'ready' }
		: { name: 'creating', kind: 'pending' };
}

import { refuse } from '../answers/errors';
import type { Instance } from '../model/instance';
import { isAddress } from '../requests/checks';
import type { Handler } from '../requests/context';

const MAX_ADDRESSES = 100;
const PORTS = { vpc: ['9092/9092', '9094/9094', '9095/9095'], internet: ['9093/9093'] };

/** The addresses let in, as bare lists. */
export const GetAllowedIpList: Handler = (_request, context) => {
	const instance = context.workingInstance();
	const list = (type: string) =>
		Object.entries(instance.allowed)
			.filter(([key]) => key.startsWith(`${type} `))
			.map(([key, AllowedIpList]) => ({
				PortRange: key.split(' ')[1],
				AllowedIpList,
				AllowedIpGroup: groupsOf(instance, AllowedIpList),
			}));
	return context.success({
		AllowedList: {
			DeployType: instance.deployType,
			InternetList: list('internet'),
			VpcList: list('vpc'),
		},
	});
};

/** The addresses by the remark that they were added with, those without one by the instance's ID. */
function groupsOf({ id, allowedGroups }: Instance, addresses: string[]) {
	const groups: Record<string, string[]> = {};
	for (const address of addresses) {
		const named = Object.entries(allowedGroups).find(([, members]) => members.includes(address));
		(groups[named?.[0] ?? id] ??= []).push(address);
	}
	return groups;
}

interface UpdateParameters {
	UpdateType: 'add' | 'delete';
	AllowedListType: 'vpc' | 'internet';
	PortRange: string;
	AllowedListIp: string;
	Description?: string;
}

/** Adds addresses to a list, all or none, or takes one away. */
export const UpdateAllowedIp: Handler = (request, context) => {
	const given = request.parameters as unknown as UpdateParameters;
	const { AllowedListType: type, PortRange } = given;
	const instance = context.workingInstance();
	if (!PORTS[type].includes(PortRange)) {
		refuse('WHITE.PARAM.ERROR', `${type} goes with ${PORTS[type].join(', ')}.`);
	}
	if (type === 'internet' && instance.deployType !== 4) {
		refuse('WHITE.PARAM.ERROR', 'The instance has no Internet access.');
	}
	const addresses = given.AllowedListIp.split(',');
	const wrong = addresses.find((address) => !isAddress(address));
	if (wrong !== undefined) refuse('WHITE.IP.ILLEGAL.ERROR', wrong);
	const key = `${type} ${PortRange}`;
	if (given.UpdateType === 'add') {
		add(instance, key, addresses);
		if (given.Description) (instance.allowedGroups[given.Description] ??= []).push(...addresses);
	} else takeAway(instance, key, addresses);
	return context.success();
};

function add(instance: Instance, key: string, addresses: string[]): void {
	const present = instance.allowed[key] ?? [];
	const twice = addresses.find((address) => present.includes(address));
	if (twice) refuse('WHITE.IP.ALREADY.EXISTS.ERROR', twice);
	if (present.length + addresses.length > MAX_ADDRESSES) refuse('WHITE.IPLIST.OVERLONG.ERROR');
	instance.allowed[key] = [...present, ...addresses];
}

function takeAway(instance: Instance, key: string, addresses: string[]): void {
	if (addresses.length > 1) refuse('WHITE.PARAM.ERROR', 'One address can be deleted at a time.');
	const present = instance.allowed[key] ?? [];
	const others = present.filter((address) => address !== addresses[0]);
	if (others.length === present.length) refuse('WHITE.DELETE.ERROR', addresses[0]);
	instance.allowed[key] = others;
}

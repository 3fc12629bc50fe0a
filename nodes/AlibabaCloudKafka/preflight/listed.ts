import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../shared/contract/context';
import type { Lookup } from '../../shared/contract/lookup';
import { countIn } from '../../shared/contract/pages';
import { entryLabel } from '../../shared/request/lookUp';
import { listMatching } from '../../shared/request/readList';
import { keys, resourceGroups, securityGroups, vpcs, vSwitches, zoneLetter } from '../api/lookups';
import { ok, problem, unchecked, warning, type Finding } from './findings';

/** Fewer free addresses than these may not be enough: how many brokers an instance gets, the order does not say. */
const FEW_ADDRESSES = 8;

/** The one with this ID, wherever else in the region it is. */
async function rowOf(item: OperationContext, lookup: Lookup, id: string) {
	const isMeant = (row: IDataObject) => lookup.entry(row).id === id;
	const [row] = await listMatching(
		item,
		lookup.request(() => undefined),
		lookup.pages,
		isMeant,
	);
	return row as IDataObject | undefined;
}

const missing = (check: string, { what }: Lookup, id: string) =>
	problem(
		check,
		`No ${what} with the ID ${id} exists in this region`,
		`Select another one in '${check}', or check 'Region Name or ID'.`,
	);

/** Whether something exists, and what more is to be said of it. */
async function existing(
	item: OperationContext,
	[check, lookup, id]: readonly [check: string, lookup: Lookup, id: unknown],
	more: (row: IDataObject) => Finding[] = () => [],
): Promise<Finding[]> {
	if (id === undefined) return [];
	try {
		const row = await rowOf(item, lookup, String(id));
		if (!row) return [missing(check, lookup, String(id))];
		const findings = more(row);
		const isElsewhere = findings.some((finding) => finding.check === check);
		return isElsewhere ? findings : [ok(check, entryLabel(lookup.entry(row))), ...findings];
	} catch (error) {
		return [unchecked(check, lookup, error)];
	}
}

/** Something in another VPC than the instance is to be in. */
const inVpc =
	(check: string, lookup: Lookup, { VpcId }: IDataObject) =>
	(row: IDataObject) =>
		VpcId === undefined || row.VpcId === VpcId
			? []
			: [
					problem(
						check,
						`${entryLabel(lookup.entry(row))} is in the VPC ${String(row.VpcId)}, not in ${String(VpcId)}`,
						`Select another one in '${check}', or select its VPC in 'VPC'.`,
					),
				];

function addresses({ AvailableIpAddressCount }: IDataObject): Finding {
	const free = countIn(AvailableIpAddressCount);
	const check = 'Free Addresses';
	const instead = "Select another one in 'vSwitch'.";
	if (free === undefined) {
		return warning(check, 'The service does not say how many are left', 'Check it in the console.');
	}
	if (free === 0) return problem(check, 'The vSwitch has no free addresses', instead);
	const found = `${free} free addresses in the vSwitch`;
	return free < FEW_ADDRESSES
		? warning(check, found, `The instance may need more. ${instead}`)
		: ok(check, found);
}

function zoneOf({ ZoneId: actual }: IDataObject, asked: unknown): Finding {
	const check = 'Zone';
	if (asked === undefined || zoneLetter(asked) === zoneLetter(actual)) {
		return ok(check, `The vSwitch is in ${String(actual)}`);
	}
	return problem(
		check,
		`The vSwitch is in ${String(actual)}, not in ${String(asked)}`,
		"Select the zone of the vSwitch in 'Zone Name or ID', or remove that option.",
	);
}

/** Whether what the deployment names exists, and fits together. */
export async function checkListed(
	item: OperationContext,
	deployment: IDataObject,
	order: IDataObject,
): Promise<Finding[]> {
	const { VpcId, VSwitchId, SecurityGroup, KMSKeyId, ZoneId } = deployment;
	const found = await Promise.all([
		existing(item, ['VPC', vpcs, VpcId]),
		existing(item, ['vSwitch', vSwitches, VSwitchId], (row) => [
			...inVpc('vSwitch', vSwitches, deployment)(row),
			addresses(row),
			zoneOf(row, ZoneId),
		]),
		existing(
			item,
			['Security Group', securityGroups, SecurityGroup],
			inVpc('Security Group', securityGroups, deployment),
		),
		existing(item, ['KMS Key', keys, KMSKeyId]),
		existing(item, ['Resource Group', resourceGroups, order.ResourceGroupId]),
	]);
	return found.flat();
}

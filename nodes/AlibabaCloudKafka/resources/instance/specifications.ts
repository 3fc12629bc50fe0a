import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { flag, integer } from '../../../shared/form/fields';
import { orderOf } from '../../api/records';
import { knownInstance } from '../../api/requests';
import { instanceUpgraded } from '../../completions/instanceChange';
import { instance, unlessZero } from '../../fields';
import { TRAFFIC_SPECIFICATION, trafficSpecification } from '../../lookedUp';
import { checkTraffic } from './checks';
import { DEPLOY_TYPE, EDITIONS, edition, peakTraffic } from './purchase';
import { simple } from './simple';

/** What is bought of a reserved instance alone. */
const RESERVED = {
	DiskSize: 'Disk Size (GB)',
	TopicQuota: 'Topics',
	PartitionNum: 'Partitions',
	IoMaxSpec: TRAFFIC_SPECIFICATION,
	IoMax: 'Peak Traffic (MB/s)',
} as const;

function checkCapacityAlone(body: IDataObject, label: string): void {
	for (const [wireName, other] of Object.entries(RESERVED)) {
		if (body[wireName] === undefined) continue;
		throw new BadInput(
			other,
			`cannot be combined with '${label}'`,
			'Remove one of them: reserved, serverless, and Confluent instances are enlarged in different ways.',
		);
	}
}

function checkInternet({ EipModel: wanted, EipMax: bandwidth }: IDataObject): void {
	if (wanted === true && !(Number(bandwidth) > 0)) {
		throw new BadInput(
			'Internet Bandwidth (MB/s)',
			'must be greater than 0 for internet access',
			"Enter a value, or turn 'Internet Access' off.",
		);
	}
	if (wanted === false && bandwidth !== undefined && bandwidth !== 0) {
		throw new BadInput(
			'Internet Bandwidth (MB/s)',
			'must be 0 without internet access',
			"Set it to 0, or turn 'Internet Access' on.",
		);
	}
}

/** Rules between parameters. */
function check(request: ApiRequest): void {
	const { body = {} } = request;
	if (body.ServerlessConfig !== undefined) return checkCapacityAlone(body, 'Serverless Capacity');
	if (body.ConfluentConfig !== undefined) return checkCapacityAlone(body, 'Confluent Components');
	if (body.PartitionNum === undefined && body.TopicQuota === undefined) {
		throw new BadInput(
			'Partitions',
			"and 'Topics' are both empty",
			"Add 'Partitions' under 'Options', or enter 'Topics' for an instance that was bought by topics.",
		);
	}
	checkTraffic(request);
	checkInternet(body);
}

/** What the upgrades of either way to pay have in common; nothing becomes smaller by them. */
export const largerSpecifications: Required<
	Pick<
		Operation,
		'fields' | 'options' | 'check' | 'before' | 'outcome' | 'subject' | 'simple' | 'completion'
	>
> = {
	fields: [
		instance(),
		unlessZero(
			integer('DiskSize', 'Disk Size (GB)', {
				description: 'New size; must be at least the current size, and 0 leaves it unchanged',
				hint: 'A larger instance costs more from now on',
			}),
		),
		unlessZero(
			integer('TopicQuota', 'Topics', {
				description:
					"New number of topics, for instances bought by topics before they were sold by partitions; others use 'Partitions' under 'Options'",
			}),
		),
	],
	options: [
		trafficSpecification({
			hint: 'Must be at least the current specification',
		}),
		peakTraffic(),
		integer('PartitionNum', RESERVED.PartitionNum, {
			range: [1, Number.MAX_SAFE_INTEGER],
			default: 50,
			description:
				'New number of partitions beyond those included; must be at least the current number',
		}),
		edition(EDITIONS),
		flag('EipModel', 'Internet Access', 'Whether the instance is accessible from the internet', {
			default: true,
		}),
		integer('EipMax', 'Internet Bandwidth (MB/s)', {
			default: 3,
			description: 'Must be at least the current bandwidth; 0 without internet access',
		}),
	],
	check,
	// A serverless instance needs to be told whether it stays accessible.
	before: async (item, { body = {} }) => {
		if (body.ServerlessConfig === undefined || body.EipModel !== undefined) return;
		const record = await knownInstance(item, body.InstanceId);
		if (record) body.EipModel = String(record.DeployType) === DEPLOY_TYPE.internetAndVpc;
	},
	outcome: (answer, { body = {} }) => singleItem({ ...body, ...orderOf(answer) }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} upgrading`,
	simple,
	completion: instanceUpgraded,
};

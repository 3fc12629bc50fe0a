import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../../shared/contract/badInput';
import { asFailure } from '../../../../shared/contract/failure';
import type { OperationContext } from '../../../../shared/contract/context';
import { isBlank } from '../../../../shared/contract/field';
import type { Operation } from '../../../../shared/contract/operation';
import { singleItem } from '../../../../shared/contract/operation';
import { flag, integer } from '../../../../shared/form/fields';
import { uncertain } from '../../../../shared/request/uncertain';
import { noSuchInstance } from '../../../api/decode';
import { PAID_TYPE, orderOf, settingsIn } from '../../../api/records';
import { findInstance, operation, readRequest, writeRequest } from '../../../api/requests';
import { seriesOf } from '../../../api/series';
import { instanceUpgraded } from '../../../completions/instanceChange';
import { instance } from '../../../fields';
import { TRAFFIC_SPECIFICATION, trafficSpecification } from '../../../lookedUp';
import { smallerConfluentConfig } from '../../../resources/instance/confluent';
import {
	DEPLOY_TYPE,
	EDITIONS,
	edition,
	peakTraffic,
	serverlessConfig,
} from '../../../resources/instance/purchase';
import { simple } from '../../../resources/instance/simple';

/** Sizes that an instance shows under the same name, by label. */
const SIZES: Readonly<Record<string, string>> = {
	DiskSize: 'Disk Size (GB)',
	IoMax: 'Peak Traffic (MB/s)',
	EipMax: 'Internet Bandwidth (MB/s)',
};

/** Which values each series takes; the others belong to another one. */
const OF_SERIES: Readonly<Record<string, string>> = {
	ServerlessConfig: 'serverless',
	ConfluentConfig: 'confluent',
};

/** What is asked for that has a size, with its label; of serverless instances, what they hold ready. */
function sizesIn(asked: IDataObject): Array<[name: string, size: unknown, label: string]> {
	const capacity = Object.entries(settingsIn(asked.ServerlessConfig));
	return [
		...Object.entries(SIZES).map(([name, label]): [string, unknown, string] => [
			name,
			asked[name],
			label,
		]),
		...capacity.map(([name, size]): [string, unknown, string] => [
			name,
			size,
			LABELS.ServerlessConfig,
		]),
	];
}

/** Refuses what would be an upgrade, or belongs to an instance of another series. */
function checkAgainst(record: IDataObject, asked: IDataObject): void {
	for (const [name, size, label] of sizesIn(asked)) {
		// A size that is not shown is no size of 0.
		if (isBlank(size) || isBlank(record[name]) || !(Number(size) > Number(record[name]))) continue;
		throw new BadInput(
			label,
			`is ${String(size)}, but the instance has ${String(record[name])}`,
			"Enter a smaller value. To enlarge an instance, use 'Upgrade Specifications' of the Alibaba Cloud Kafka node.",
		);
	}
	if (asked.EipModel === true && String(record.DeployType) === DEPLOY_TYPE.vpcOnly) {
		throw new BadInput(
			'Internet Access',
			'is on, but the instance has none',
			"Remove it, or turn it off: internet access is billed, and is no downgrade. To add it, use 'Upgrade Specifications' of the Alibaba Cloud Kafka node.",
		);
	}
	const series = seriesOf(record);
	for (const name of Object.keys(asked)) {
		const needed = OF_SERIES[name] ?? 'reserved';
		if (series === undefined || needed === series || name === 'EipModel') continue;
		throw new BadInput(
			LABELS[name] ?? name,
			`is not available for this instance, which is ${series === 'confluent' ? 'a Confluent' : `a ${series}`} instance`,
			"Remove it from 'Options'.",
		);
	}
}

const LABELS: Readonly<Record<string, string>> = {
	...SIZES,
	IoMaxSpec: TRAFFIC_SPECIFICATION,
	PartitionNum: 'Partitions',
	TopicQuota: 'Topics',
	SpecType: 'Edition',
	ServerlessConfig: 'Serverless Capacity',
	ConfluentConfig: 'Confluent Components',
};

/** Whether partitions or topics were bought, and how many: only the quota tells. */
async function boughtOf(item: OperationContext, id: unknown): Promise<IDataObject> {
	const { QuotaData: quota } = await item.call(
		readRequest('GetQuotaTip', { InstanceId: String(id) }),
	);
	const { IsPartitionBuy, PartitionNumOfBuy, TopicNumOfBuy } = (quota ?? {}) as IDataObject;
	return Number(IsPartitionBuy) === 1
		? { PartitionNum: PartitionNumOfBuy }
		: { TopicQuota: TopicNumOfBuy };
}

/**
 * What is asked for, with what stays as it is: which parameters have to be repeated is not documented, and
 * the upgrades want all of them.
 */
async function complete(
	item: OperationContext,
	record: IDataObject,
	{ InstanceId, ...asked }: IDataObject,
): Promise<IDataObject> {
	const { DeployType, EipMax, DiskSize, IoMaxSpec, SpecType } = record;
	const EipModel = String(DeployType) === DEPLOY_TYPE.internetAndVpc;
	if (seriesOf(record) === 'serverless') return { InstanceId, EipModel, ...asked };
	if (seriesOf(record) === 'confluent') {
		return { InstanceId, PaidType: Number(PAID_TYPE.confluent), ...asked };
	}
	const isBoughtAsked = asked.PartitionNum !== undefined || asked.TopicQuota !== undefined;
	const usual = {
		...(!isBoughtAsked && (await boughtOf(item, InstanceId))),
		DiskSize,
		...(asked.IoMax === undefined && { IoMaxSpec }),
		SpecType,
		EipModel,
		EipMax: asked.EipModel === false ? 0 : EipMax,
		...(isSubscription(record) && { PaidType: Number(PAID_TYPE.subscription) }),
	};
	const shown = Object.entries(usual).filter(([, value]) => !isBlank(value));
	return { InstanceId, ...Object.fromEntries(shown), ...asked };
}

const isSubscription = ({ PaidType: paid }: IDataObject) =>
	[PAID_TYPE.subscription, PAID_TYPE.confluent].some((one) => one === String(paid));

/** Refuses a downgrade to nothing. */
function checkSomething(asked: IDataObject): void {
	if (Object.keys(asked).length > 1) return;
	throw new BadInput('Options', 'is empty', "Add what is to become smaller under 'Options'.");
}

/**
 * Makes an instance smaller. DowngradePostPayOrder and DowngradePrePayOrder of the official SDK 2.14.0, of
 * which one serves by how the instance is paid for. The vendor documents neither; the limits are those of the
 * user guide.
 */
export const downgrade: Operation = {
	value: 'downgrade',
	name: 'Downgrade Specifications',
	action: 'Downgrade specifications of instance',
	description:
		'Reduce the disk size, traffic, partitions, bandwidth, or capacity of an instance; what you leave out stays unchanged',
	...operation('change', 'DowngradePostPayOrder'),
	warning:
		'Brokers can restart, clients are disconnected, and traffic can be throttled. Check the peak usage of the last seven days first: disk size and traffic must remain at least 1.3 times what is in use.',
	fields: [instance()],
	options: [
		integer('DiskSize', 'Disk Size (GB)', {
			range: [1, Number.MAX_SAFE_INTEGER],
			default: 500,
			description: 'New size; at most the current size',
		}),
		trafficSpecification(),
		peakTraffic(),
		integer('PartitionNum', 'Partitions', {
			range: [1, Number.MAX_SAFE_INTEGER],
			default: 50,
			description: 'New number of purchased partitions; must exceed the partitions in use',
		}),
		integer('TopicQuota', 'Topics', {
			range: [1, Number.MAX_SAFE_INTEGER],
			default: 50,
			description: 'New number of topics, for instances bought by topics',
		}),
		edition(EDITIONS),
		flag('EipModel', 'Internet Access', 'Whether the instance stays accessible from the internet', {
			default: true,
		}),
		integer('EipMax', 'Internet Bandwidth (MB/s)', {
			range: [0, Number.MAX_SAFE_INTEGER],
			default: 3,
			description: 'At least 3, or 0 without internet access',
		}),
		serverlessConfig(),
		smallerConfluentConfig(),
	],
	check: ({ body = {} }) => checkSomething(body),
	runSteps: async (item, { body = {} }) => {
		const record = await findInstance(item, body.InstanceId);
		if (!record) throw noSuchInstance(String(body.InstanceId));
		const { InstanceId, ...asked } = body;
		checkAgainst(record, asked);
		const api = isSubscription(record) ? 'DowngradePrePayOrder' : 'DowngradePostPayOrder';
		const order = writeRequest(api, await complete(item, record, body));
		const answer = await item.call(order).catch((error: unknown) => {
			const failure = uncertain(asFailure(error), item.about);
			throw failure;
		});
		return singleItem({ InstanceId, ...asked, ...orderOf(answer) });
	},
	subject: ({ InstanceId: id }) => `instance ${String(id)} downgrading`,
	simple,
	completion: instanceUpgraded,
};

import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { sources as alibabaSources } from '../../nodes/AlibabaCloudKafka/trigger/sources';
import { alibaba } from '../../nodes/AlibabaCloudKafka/vendor';
import { sources as huaweiSources } from '../../nodes/HuaweiCloudKafka/trigger/sources';
import { huawei } from '../../nodes/HuaweiCloudKafka/vendor';
import type { Clock } from '../../nodes/shared/contract/clock';
import { pollOf } from '../../nodes/shared/trigger/poller';
import { sources as tencentSources } from '../../nodes/TencentCloudKafka/trigger/sources';
import { tencent } from '../../nodes/TencentCloudKafka/vendor';
import { ALL_INSTANCE_EVENTS } from '../support/events';
import type { Answer } from '../support/fakeContext';

/** Lists of up to thousands of instances, answered from memory with the pages of the real APIs. */

/** An instance; its status is an index into the statuses of its cloud. */
export interface Instance {
	id: string;
	name: string;
	status: number;
}

/**
 * What is wrong with the answers of one poll: `refused` is a 403, `lost` a 502, `html` a success that
 * is none, `torn` a row without ID, `listless` an answer without the list, `partial` a list with rows
 * left out though they are counted, `shifting` a list that is another one at each look.
 */
export type Trouble = 'refused' | 'lost' | 'html' | 'torn' | 'listless' | 'partial' | 'shifting';

/** How the cloud of one vendor is asked and what it answers. */
export interface ListedCloud {
	/** The `poll` of the vendor's trigger. */
	poll(clock: Clock): ReturnType<typeof pollOf>;
	/** As the items have them. */
	statuses: readonly string[];
	/** Status of what the list does not show any more while its detail does; an index. */
	deleting?: number;
	/** Instances missing from the list that one poll looks up; the others wait for the next ones. */
	lookUps: number;
	/** What can be wrong with a list of this vendor that a reader is able to notice. */
	troubles: readonly Trouble[];
	/** Kinds of lists that the events can make the trigger read. */
	events: readonly string[][];
	/** Requests a second that the node allows itself for the list. */
	perSecond: number;
	id(count: number): string;
	/** ID in a request for one instance, undefined in one for the list. */
	asked(request: IHttpRequestOptions): string | undefined;
	list(request: IHttpRequestOptions, rows: Instance[], total: number, trouble?: Trouble): Answer;
	detail?(instance: Instance | undefined): Answer;
}

const hex = (count: number, length: number) => count.toString(16).padStart(length, '0');

const ALL: Trouble[] = ['refused', 'lost', 'html', 'torn', 'listless', 'partial', 'shifting'];

const HUAWEI_STATUSES = ['CREATING', 'RUNNING', 'RESTARTING', 'ERROR', 'SOMETHINGNEW', 'DELETING'];

const huaweiRow = ({ id, name, status }: Instance): IDataObject => ({
	instance_id: id,
	name,
	status: HUAWEI_STATUSES[status],
});

const huaweiCloud: ListedCloud = {
	poll: (clock) => pollOf(huaweiSources, clock, []),
	statuses: HUAWEI_STATUSES,
	deleting: HUAWEI_STATUSES.indexOf('DELETING'),
	lookUps: 20,
	troubles: ALL,
	events: [ALL_INSTANCE_EVENTS],
	perSecond: huawei.pace('ListInstances').perSecond,
	id: (count) => `${hex(count, 8)}-7f3a-4c1d-9b2e-${hex(count * 7919, 12)}`,
	asked: ({ url }) => /instances\/(.+)$/.exec(url)?.[1],
	list({ qs }, rows, total, trouble) {
		const { offset, limit } = qs as IDataObject;
		const page = rows
			.slice(Number(offset), Number(offset) + Number(limit))
			.map((one) => huaweiRow(one));
		if (trouble === 'listless') return { body: { instance_num: 0 } };
		return {
			body: { instances: trouble === 'torn' ? [{}, ...page] : page, instance_num: total },
		};
	},
	detail: (instance) =>
		instance
			? { body: huaweiRow(instance) }
			: { status: 404, body: { error_code: 'DMS.00404022', error_msg: 'Gone.' } },
};

/** ServiceStatus and ViewInstanceStatusCode. */
const ALIBABA_CODES = [
	[0, 0, 'waiting for deployment'],
	[5, 2, 'running'],
	[5, 21, 'stopping'],
	[5, 3, 'stopped'],
	[15, 6, 'released'],
	[99, undefined, 'ServiceStatus 99'],
] as const;

const alibabaCloud: ListedCloud = {
	poll: (clock) => pollOf(alibabaSources, clock, []),
	statuses: ALIBABA_CODES.map(([, , name]) => name),
	lookUps: Infinity,
	// The list comes as one answer and without a total: nothing can be left out or move.
	troubles: ['refused', 'lost', 'html', 'torn', 'listless'],
	events: [ALL_INSTANCE_EVENTS, [...ALL_INSTANCE_EVENTS, 'instanceExpiring']],
	perSecond: alibaba.pace('GetInstanceList').perSecond,
	id: (count) => `alikafka_post-cn-${hex(count * 7919, 12)}`,
	asked: () => undefined,
	list(_request, rows, _total, trouble) {
		if (trouble === 'listless') return { body: { Success: true, Code: 200 } };
		const InstanceVO = rows.map(({ id, name, status }): IDataObject => {
			const [ServiceStatus, ViewInstanceStatusCode] = ALIBABA_CODES[status];
			return {
				InstanceId: id,
				Name: name,
				ServiceStatus,
				...(ViewInstanceStatusCode !== undefined && { ViewInstanceStatusCode }),
			};
		});
		if (trouble === 'torn') InstanceVO.push({});
		return { body: { Success: true, Code: 200, InstanceList: { InstanceVO } } };
	},
};

const TENCENT_CODES = [0, 1, 2, 5, 7, 6];
const TENCENT_STATUSES = ['creating', 'running', 'deleting', 'isolated', 'upgrading', 'status 6'];

const tencentCloud: ListedCloud = {
	poll: (clock) => pollOf(tencentSources, clock, []),
	statuses: TENCENT_STATUSES,
	lookUps: Infinity,
	troubles: ALL,
	events: [ALL_INSTANCE_EVENTS, [...ALL_INSTANCE_EVENTS, 'instanceExpiring']],
	perSecond: tencent.pace('DescribeInstancesDetail').perSecond,
	id: (count) => `ckafka-${hex(count, 8)}`,
	asked: () => undefined,
	list({ body }, rows, TotalCount, trouble) {
		const { Offset, Limit } = body as IDataObject;
		const page: IDataObject[] = rows
			.slice(Number(Offset), Number(Offset) + Number(Limit))
			.map(({ id, name, status }) => ({
				InstanceId: id,
				InstanceName: name,
				Status: TENCENT_CODES[status],
			}));
		if (trouble === 'torn') page.unshift({});
		const Result = { ...(trouble !== 'listless' && { InstanceList: page }), TotalCount };
		return { body: { Response: { RequestId: 'r', Result } } };
	},
};

export const listedClouds = { huawei: huaweiCloud, alibaba: alibabaCloud, tencent: tencentCloud };

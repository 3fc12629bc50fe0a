import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import { latest, trailing } from '../../shared/contract/completion';
import type { OperationContext } from '../../shared/contract/context';
import { asFailure } from '../../shared/contract/failure';
import { showPermissions } from '../api/requests';
import { jobOf, taskDone } from './task';
import { recordsOf } from '../api/records';

/** Permissions of a topic, as they are sent and as they are shown. */
interface TopicPermissions {
	name: string;
	policies: IDataObject[];
}

const sentIn = ({ topics }: IDataObject) => (topics ?? []) as unknown as TopicPermissions[];

const granted = (policies: IDataObject[]): string =>
	policies
		.map(({ user_name: user, access_policy: access }) => `${String(user)}: ${String(access)}`)
		.sort()
		.join();

/** Permissions of the owner of a topic are shown also where nobody granted them. */
const asSent = (shown: IDataObject[], sent: IDataObject[]) =>
	shown.filter(
		({ owner, user_name: user }) =>
			owner !== true || sent.some(({ user_name: wanted }) => wanted === user),
	);

async function readBack(item: OperationContext, name: string): Promise<TopicPermissions> {
	const { policies } = await item.call(showPermissions(item.nodeParameter('instanceId'), name));
	return { name, policies: recordsOf(policies) };
}

const NOT_IN_EFFECT = 'not in effect';

const OTHERS_GRANTED =
	'The service accepted the change, but the topics grant something else. Check their permissions before you rely on them.';

/** What the topics really grant, which only another permission lets somebody read. */
async function observeGranted(item: OperationContext, json: IDataObject): Promise<Observation> {
	const topics: TopicPermissions[] = [];
	try {
		for (const { name } of sentIn(json)) topics.push(await readBack(item, name));
	} catch (error) {
		const failure = asFailure(error);
		if (failure.kind !== 'refused') throw failure;
		return { status: 'SUCCESS', kind: 'ready' };
	}
	const isSet = sentIn(json).every(
		({ policies }, index) =>
			granted(asSent(topics[index].policies, policies)) === granted(policies),
	);
	const record = { topics: topics as unknown as IDataObject[] };
	return isSet
		? { status: 'SUCCESS', kind: 'ready', record }
		: { status: NOT_IN_EFFECT, kind: 'ready', record };
}

/** Looks at which an idle instance still shows other permissions, after which that is told. */
const CHECKS_WITHOUT_EFFECT = 3;

const isInEffect = ({ status }: Observation) => status !== NOT_IN_EFFECT;

/**
 * New permissions: by a background task, or on older clouds, whose answer names none, by what the topics
 * grant once the instance is idle (terraform-provider-huaweicloud #7370, sbercloud #384). The item shows
 * what they really grant.
 */
export const permissionsSet: Completion = {
	...taskDone,
	observe: async (item, json) => {
		const observation = await taskDone.observe(item, json);
		if (jobOf(json) !== undefined || observation.kind !== 'ready') return observation;
		return await observeGranted(item, json);
	},
	isReached: (observations, json) =>
		taskDone.isReached(observations, json) &&
		(isInEffect(latest(observations)) ||
			trailing(observations, 'ready').length >= CHECKS_WITHOUT_EFFECT),
	told: (observation) => (isInEffect(observation) ? {} : { note: OTHERS_GRANTED }),
	subject: (json) => {
		if (jobOf(json) !== undefined) return taskDone.subject(json);
		const names = sentIn(json).map(({ name }) => name);
		return `the change of permissions${names.length > 0 ? ` of ${names.join(', ')}` : ''}`;
	},
};

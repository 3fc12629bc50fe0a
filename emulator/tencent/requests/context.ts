import type { Answer } from '../../http/answer';
import { refuse } from '../answers/errors';
import { STATUS, TOPIC_STATUS, type Group, type Instance, type Topic } from '../model/instance';
import type { TencentState } from '../model/state';

/** A request that passed authentication and validation. */
export interface TencentRequest {
	action: string;
	/** X-TC-Region. */
	region: string;
	/** Parsed and valid. */
	body: unknown;
	secretId: string;
}

/** What a handler works with. */
export interface TencentContext {
	state: TencentState;
	/** Virtual time, ms since the epoch. */
	now: number;
	/** X-TC-Region. */
	region: string;
	/** The instance of the ID in the region; ends the request when there is none. */
	instance(id: string): Instance;
	/** The same, refused unless its contents can be read: 1 (running) or 7 (upgrading). */
	readable(id: string): Instance;
	/** The same, refused unless it is 1 (running). */
	running(id: string): Instance;
	/** The same, refused also while a change of it is under way. */
	changeable(id: string): Instance;
}

/** Carries out one operation; ends the request by `refuse` or `decline` when it cannot. */
export type TencentHandler = (request: TencentRequest, context: TencentContext) => Answer;

/** Builds the context of a request. */
export function contextOf(state: TencentState, region: string): TencentContext {
	const instance = (id: string) =>
		state.of(region).find((found) => found.id === id) ??
		refuse('InvalidParameterValue.InstanceNotExist', `The instance ${id} does not exist.`);
	const withStatus = (id: string, ...statuses: number[]) => {
		const found = instance(id);
		if (!statuses.includes(found.status)) {
			const text = `The instance ${id} cannot be used in its present status ${found.status}.`;
			refuse('ResourceUnavailable', text);
		}
		return found;
	};
	const changeable = (id: string) => {
		const found = withStatus(id, STATUS.running);
		if (found.changing) refuse('ResourceInUse', `The instance ${id} is being changed.`);
		return found;
	};
	return {
		state,
		now: state.now,
		region,
		instance,
		readable: (id) => withStatus(id, STATUS.running, STATUS.upgrading),
		running: (id) => withStatus(id, STATUS.running),
		changeable,
	};
}

/** The topic of the name; ends the request when there is none. */
export function topicOf(instance: Instance, name: string): Topic {
	const found = instance.topics.find((topic) => topic.name === name);
	return found ?? refuse('ResourceNotFound', `The topic ${name} does not exist.`);
}

/** The same, refused while it is being deleted. */
export function usableTopic(instance: Instance, name: string): Topic {
	const topic = topicOf(instance, name);
	if (topic.status === TOPIC_STATUS.deleting) {
		refuse('ResourceInUse', `The topic ${name} is being deleted.`);
	}
	return topic;
}

/** The consumer group of the name; ends the request when there is none. */
export function groupOf(instance: Instance, name: string): Group {
	const found = instance.groups.find((group) => group.name === name);
	return found ?? refuse('ResourceNotFound', `The consumer group ${name} does not exist.`);
}

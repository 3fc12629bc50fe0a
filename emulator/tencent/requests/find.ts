import { refuse } from '../answers/errors';
import type { Group, Route, Topic } from '../model/contents';
import type { Instance } from '../model/instance';
import { TOPIC_STATUS } from '../model/status';

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

/** The route of the ID, of those that exist; ends the request when there is none. */
export function routeOf(instance: Instance, id: number): Route {
	const found = instance.routes.find((route) => route.id === id);
	return found ?? refuse('ResourceNotFound', `The route ${id} does not exist.`);
}

/** The consumer group of the name; ends the request when there is none. */
export function groupOf(instance: Instance, name: string): Group {
	const found = instance.groups.find((group) => group.name === name);
	return found ?? refuse('ResourceNotFound', `The consumer group ${name} does not exist.`);
}

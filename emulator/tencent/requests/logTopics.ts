import { refuse } from '../answers/errors';

/** Refuses a log topic that is not there. All are, as log topics come from elsewhere, but for those called so. */
export function checkLogTopic(id: string): void {
	if (id.startsWith('missing')) {
		refuse('ResourceNotFound.TopicNotExist', `The log topic ${id} does not exist.`);
	}
}

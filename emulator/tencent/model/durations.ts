import { MINUTE, SECOND } from '../../core/clock';

/** How long things take on the emulated Tencent Cloud, in virtual milliseconds. */
export interface Durations {
	/** Accepted order until the lists and the attributes know the instance. */
	listed: number;
	/** 0 (creating) until 1 (running) or -1 (failed). */
	create: number;
	/** Accepted resize or upgrade until the status changes; it reads 1 meanwhile. */
	changeLag: number;
	/** 7 (upgrading) until 1 (running) with the new value. */
	change: number;
	/** 2 (deleting) until the instance is gone (or reads 3, or 4 when it is to fail). */
	delete: number;
	/** How long a deleted instance still reads 3 (deleted). */
	deleted: number;
	/** 2 (running) until a flow of a topic or group has ended. */
	flow: number;
	/** Accepted topic until it is listed. */
	topicListed: number;
	/** Age below which a topic cannot be deleted. */
	topicYoung: number;
	/** Accepted group, user, ACL, or ACL rule until it is listed. */
	rowListed: number;
	/** Deleted group, user, ACL, or ACL rule until it is listed no longer. */
	rowUnlisted: number;
	/** Changed tags until CKafka's own lists and attributes show them; the Tag service itself knows at once. */
	tagsListed: number;
	/** Status 2 (deleting) until a topic is gone. */
	topicDelete: number;
	/** How long the first look at a topic's subscribers answers Status 0 (refreshing). */
	subscribers: number;
	/** Status 1 (creating) until a route reads 2 (created), or 3 when it is to fail. */
	route: number;
	/** Status 4 (deleting) until a route is gone, or reads 6 when it is to fail. */
	routeDelete: number;
}

/** Durations of the order of the real cloud's, whose lists lag after every write. */
export const DEFAULT_DURATIONS: Durations = {
	listed: 10 * SECOND,
	create: 10 * MINUTE,
	changeLag: 5 * SECOND,
	change: 10 * MINUTE,
	delete: 4 * MINUTE,
	deleted: 0,
	flow: 10 * SECOND,
	topicListed: 2 * SECOND,
	topicYoung: 60 * SECOND,
	rowListed: 2 * SECOND,
	rowUnlisted: 2 * SECOND,
	tagsListed: 2 * SECOND,
	topicDelete: 10 * SECOND,
	subscribers: 0,
	route: 30 * SECOND,
	routeDelete: 30 * SECOND,
};

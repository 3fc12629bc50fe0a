import type { Operation } from '../../../shared/contract/operation';
import { asFailure } from '../../../shared/contract/failure';
import type { OperationContext } from '../../../shared/contract/context';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { inCloudTime, readClock } from '../../../shared/request/cloudTime';
import { findTopic } from '../../api/find';
import { momentOf } from '../../api/records';

/** A topic that is younger cannot be deleted, milliseconds (comments of the Go SDK of 2026-08-21). */
const LEAST_AGE = 60_000;

/** Times and clocks are only so exact, milliseconds. */
const MARGIN = 2_000;

/** Tries altogether, and the pause between two where the age is not known: they span the whole minute. */
const MOST_TRIES = 5;
const PAUSE = 14_000;

/** Milliseconds that a topic has existed, by the cloud's own clock; `undefined` where nothing says so. */
async function ageOf(item: OperationContext, { body = {} }: ApiRequest) {
	try {
		const topic = await findTopic(item, body.InstanceId, body.TopicName);
		const created = momentOf(topic?.CreateTime);
		const now = inCloudTime(item.addressee, readClock(item.clock)) ?? item.clock.now();
		return created === undefined ? undefined : now - created;
	} catch (error) {
		if (asFailure(error).kind === 'cancelled') throw asFailure(error);
		return undefined;
	}
}

/** A topic that is too new is deleted once it is old enough: nothing has happened to it. */
export const whileTooNew: Operation['again'] = async (item, request, { details }, { count }) => {
	if (details.code !== 'UnsupportedOperation.FrequencyTopicDeleteOperate') return undefined;
	if (count >= MOST_TRIES) return undefined;
	const age = await ageOf(item, request);
	if (age === undefined) return PAUSE;
	// Refused although it seems old enough: one of the clocks is off.
	return age < LEAST_AGE && age > -LEAST_AGE ? LEAST_AGE - Math.max(age, 0) + MARGIN : PAUSE;
};

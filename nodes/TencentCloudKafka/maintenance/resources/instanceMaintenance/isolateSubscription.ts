import { Failure } from '../../../../shared/contract/failure';
import type { OperationContext } from '../../../../shared/contract/context';
import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import type { ApiRequest } from '../../../../shared/contract/vendor';
import { attributesOf, isSubscription } from '../../../api/billing';
import { fromRequest } from '../../../api/records';
import { instanceIsolated } from '../../../completions/instance';
import { instance } from '../../../fields';

/** What the service does with a pay-as-you-go instance is not documented, so that none is sent. */
async function refuseHourly(item: OperationContext, { body }: ApiRequest): Promise<void> {
	if (isSubscription(await attributesOf(item, body?.InstanceId)) === false) throw hourly();
}

const hourly = () =>
	new Failure('notSent', 'the instance is pay-as-you-go', {
		advice: 'Nothing was done. Only subscriptions can be isolated.',
	});

/** Takes a subscription out of service. CKafka IsolatedInstancePre; the instance goes to 5 (isolated). */
export const isolateSubscription: Operation = {
	value: 'isolateSubscription',
	name: 'Isolate Subscription',
	action: 'Isolate subscription instance',
	description:
		'Take a subscription instance out of service without deleting it; not available on the international site',
	api: 'IsolatedInstancePre',
	request: post('/'),
	kind: 'change',
	warning:
		'Clients lose access until the instance is renewed. The service deletes isolated instances after some time.',
	fields: [instance()],
	before: refuseHourly,
	outcome: ({ DealNames }, request) =>
		singleItem({
			...fromRequest(request, 'InstanceId'),
			isolated: true,
			...(DealNames && { DealNames }),
		}),
	subject: ({ InstanceId: id }) => `instance ${String(id)} isolated`,
	completion: instanceIsolated,
};

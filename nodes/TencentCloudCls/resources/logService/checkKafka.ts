import { BadInput } from '../../../shared/contract/badInput';
import { Failure, NOT_FROM_API } from '../../../shared/contract/failure';
import type { Operation, Outcome } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { choice } from '../../../shared/form/fields';
import { wholeNumber } from '../../../TencentCloudKafka/api/records';
import { kafkaFields, kafkaVersion } from '../kafkaAccess';
import { FINDINGS } from './statuses';

/** What to do about a Kafka that cannot be reached, by the values of the field. */
const WHEN_UNREACHABLE = { item: 'Return the Result as an Item', error: 'Fail' };

/**
 * The finding in words. A status that no document lists is no success either, and none at all no finding.
 *
 * @throws {Failure}
 */
function found(given: unknown, whenUnreachable: unknown): Outcome[] {
	const status = wholeNumber(given);
	if (status === undefined) {
		throw new Failure('broken', 'the response does not contain the result of the check', {
			readOnly: true,
			advice: NOT_FROM_API,
		});
	}
	const [finding, advice] = FINDINGS.get(status) ?? [
		`The check returned the unknown status ${status}`,
		'Check the Kafka data import in the CLS console.',
	];
	const reachable = status === 0;
	if (reachable || whenUnreachable !== 'error') {
		return singleItem({ reachable, Status: status, finding, ...(advice && { whatToDo: advice }) });
	}
	throw new Failure('refused', finding, { code: `Status ${status}`, advice });
}

/**
 * Checks whether the Log Service can import from a Kafka. CLS CheckRechargeKafkaServer; the answer is
 * HTTP 200 without an error also when it cannot, and says so by its status.
 */
export const checkKafka: Operation = {
	value: 'checkKafka',
	name: 'Check Kafka Access',
	action: 'Check kafka access of cloud log service',
	description: 'Check whether Cloud Log Service (CLS) can import from a Kafka cluster',
	api: 'CheckRechargeKafkaServer',
	request: post('/'),
	kind: 'read',
	fields: [
		...kafkaFields('Instance to check'),
		choice('whenUnreachable', 'When Kafka Is Unreachable', {
			sentIn: 'none',
			values: WHEN_UNREACHABLE,
		}),
	],
	options: [kafkaVersion()],
	check: (_request, parameterOf) => {
		const choice = parameterOf('whenUnreachable');
		if (Object.hasOwn(WHEN_UNREACHABLE, String(choice))) return;
		throw new BadInput(
			'When Kafka Is Unreachable',
			"is neither 'item' nor 'error'",
			'Check the expression that returns it.',
		);
	},
	outcome: ({ Status }, _request, item) =>
		found(Status, item.nodeParameter('whenUnreachable', 'item')),
};

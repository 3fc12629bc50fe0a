import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../../shared/contract/badInput';
import { isBlank } from '../../../../shared/contract/field';
import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import type { ApiRequest } from '../../../../shared/contract/vendor';
import { choice, flag, joined, text } from '../../../../shared/form/fields';
import { masked } from '../../../../shared/request/masked';
import { withInstance } from '../../../api/records';
import { connectorTaskCreated } from '../../../completions/connectorTask';
import { instance } from '../../../fields';
import { checkDump, dumpFields, dumpOptions } from './dump';
import { existingTasks } from './existing';
import { checkPeer, copyOptions, peerFields } from './peer';
import { simple } from './simple';

const COPY = 'KAFKA_REPLICATOR_SOURCE';
const DUMP = 'NONE';

/** Rules between parameters; those of the service are in words only. */
function check({ body = {} }: ApiRequest): void {
	const source = (body.source_task ?? {}) as IDataObject;
	const sink = (body.sink_task ?? {}) as IDataObject;
	const copies = body.source_type === COPY;
	const others = Object.keys(copies ? sink : source);
	if (others.length > 0) {
		throw new BadInput(
			'Options',
			`contains settings that do not go with this type: ${others.join(', ')}`,
			'Remove them.',
		);
	}
	const ways = [body.topics, body.topics_regex].filter((one) => !isBlank(one)).length;
	if (ways > 1 || (ways === 0 && isBlank(source.topics_mapping))) {
		throw new BadInput(
			'Topics',
			ways > 1 ? "is set together with 'Topic Pattern'" : 'is missing',
			"Set either 'Topics' or the option 'Topic Pattern'; for copying, 'Topic Mapping' is enough.",
		);
	}
	if (copies) checkPeer(source);
	else checkDump(sink);
}

/** What goes with the type: the other end of a task, and the only format of files. */
function completed(body: IDataObject): void {
	if (body.source_type === COPY) {
		body.sink_type = 'NONE';
		return;
	}
	body.sink_type = 'OBS_SINK';
	body.sink_task = { destination_file_type: 'TEXT', ...(body.sink_task as IDataObject) };
}

/**
 * Makes a task that copies between two Kafka, or dumps topics into object storage. DMS for Kafka API
 * Reference, CreateConnectorTask; the answer has its ID. The service may allow two tasks of one name.
 */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create smart connect task',
	description:
		'Copy topics between two Kafka clusters, or dump them to object storage; requires Smart Connect',
	api: 'CreateConnectorTask',
	request: post('/v2/{project_id}/instances/{instance_id}/connector/tasks'),
	kind: 'create',
	fields: [
		instance(),
		text('task_name', 'Name', { required: true, placeholder: 'e.g. orders-to-archive' }),
		choice('source_type', 'Type', {
			required: true,
			values: { [COPY]: 'Copy Between Two Kafka', [DUMP]: 'Dump to Object Storage (OBS)' },
		}),
		joined('topics', 'Topics', {
			placeholder: 'e.g. orders,paid',
			hint: "Comma-separated; leave empty to use the option 'Topic Pattern'",
		}),
		...peerFields('source_task', { sourceType: [COPY] }),
		...dumpFields({ sourceType: [DUMP] }),
	],
	options: [
		flag('start_later', 'Start Later', 'Whether to create the task without starting it', {
			default: true,
			hint: "'Restart' starts it",
		}),
		text('topics_regex', 'Topic Pattern', {
			placeholder: 'e.g. orders.*',
			description: 'Regular expression that chooses the topics',
		}),
		...copyOptions('source_task'),
		...dumpOptions(),
	],
	check,
	before: async (_item, { body = {} }) => completed(body),
	outcome: (answer, { body }, item) =>
		singleItem(
			withInstance(
				{ ...masked(answer), ...(body?.start_later === true && { start_later: true }) },
				item,
			),
		),
	simple: [...simple, 'instance_id'],
	subject: ({ task_name: name, id }) => `Smart Connect task ${String(name)} (ID ${String(id)})`,
	find: existingTasks,
	completion: connectorTaskCreated,
};

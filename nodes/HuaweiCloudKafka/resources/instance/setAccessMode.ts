import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { OperationContext } from '../../../shared/contract/context';
import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { post, singleItem } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, choices, flag, group, text } from '../../../shared/form/fields';
import { isObject } from '../../../shared/request/serviceFailure';
import { readOr } from '../../api/readOr';
import { withInstance } from '../../api/records';
import { showInstance } from '../../api/requests';
import { byTask, longTaskDone } from '../../completions/task';
import { NAME_RULE, instance, kafkaPassword } from '../../fields';
import { ACCESS_MODES } from './accessModes';

/** What only the first SASL mode of an instance needs. */
const OF_FIRST_USER = [
	['user_name', 'SASL User'],
	['pass_word', 'Password'],
	['sasl_enabled_mechanisms', 'SASL Mechanisms'],
] as const;

const isSasl = (mode: unknown) => String(mode).includes('_sasl_');

function check({ body = {} }: ApiRequest): void {
	const given = OF_FIRST_USER.find(([wireName]) => body[wireName] !== undefined);
	if (!given) return;
	if (body.enable !== true || !isSasl(body.protocol)) {
		throw new BadInput(
			given[1],
			'applies only to a SASL mode that is turned on',
			"Remove 'First SASL User', or select a SASL mode.",
		);
	}
	const missing = OF_FIRST_USER.slice(0, 2).find(([wireName]) => body[wireName] === undefined);
	if (!missing) return;
	throw new BadInput(missing[1], 'is missing', "Enter it, or remove 'First SASL User'.");
}

/** Refuses to turn the last mode off, after which no client could connect. */
async function keepOne(item: OperationContext, { body = {} }: ApiRequest): Promise<void> {
	if (body.enable !== false) return;
	const id = item.nodeParameter<string>('instanceId');
	const record = await readOr(async () => await item.call(showInstance(id)), {} as IDataObject);
	const modes = isObject(record.port_protocols) ? record.port_protocols : {};
	const on = Object.keys(ACCESS_MODES).filter((mode) => String(modes[mode]) === 'true');
	if (on.length !== 1 || on[0] !== body.protocol) return;
	throw new Failure('notSent', "'Access Mode' is the only one that is on", {
		advice:
			'Nothing was changed: without it, no client could connect. Turn another access mode on first.',
	});
}

/**
 * Turns one access mode on or off. DMS for Kafka API Reference, page UpdateKafkaPortProtocol of 2026-01; the
 * answer is the ID of a background task. Its mode is not always the one that was asked for.
 */
export const setAccessMode: Operation = {
	value: 'setAccessMode',
	name: 'Set Access Mode',
	action: 'Set access mode of instance',
	description: 'Turn a network and security protocol by which clients connect on or off',
	api: 'UpdateKafkaPortProtocol',
	request: post('/v2/{project_id}/kafka/instances/{instance_id}/plain-ssl-switch'),
	kind: 'change',
	warning: 'Clients of an access mode that is turned off are disconnected.',
	fields: [
		instance(),
		choice('protocol', 'Access Mode', {
			required: true,
			values: ACCESS_MODES,
			description: 'Modes for public access require public access to be on',
			hint: 'Only one of SASL_SSL and SASL_PLAINTEXT can be on per network',
		}),
		flag('enable', 'Turn On', 'Whether to turn the access mode on instead of off', {
			required: true,
			default: true,
		}),
	],
	options: [
		group('firstUser', 'First SASL User', {
			entry: 'SASL User',
			description:
				'Required when the first SASL mode of the instance is turned on, and has no effect later',
			fields: [
				text('user_name', 'SASL User', {
					length: [4, 64],
					pattern: NAME_RULE,
					placeholder: 'e.g. orders-admin',
				}),
				kafkaPassword('pass_word', false),
				choices('sasl_enabled_mechanisms', 'SASL Mechanisms', {
					values: { PLAIN: 'PLAIN', 'SCRAM-SHA-512': 'SCRAM-SHA-512' },
					description: 'Mechanisms that clients can authenticate with',
				}),
			],
		}),
	],
	check,
	before: keepOne,
	outcome: (answer, { body: { protocol, enable } = {} }, item) =>
		singleItem(withInstance({ ...answer, protocol, enable }, item)),
	subject: (json) =>
		byTask(json, `${String(json.protocol)} turned ${json.enable === true ? 'on' : 'off'}`),
	completion: longTaskDone,
};

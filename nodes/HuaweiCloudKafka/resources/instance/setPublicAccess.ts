import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { OperationContext } from '../../../shared/contract/context';
import type { Operation, Settled } from '../../../shared/contract/operation';
import { post, singleItem } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, integer, text } from '../../../shared/form/fields';
import { readOr } from '../../api/readOr';
import { withInstance } from '../../api/records';
import { showInstance } from '../../api/requests';
import { publicAccessOf, publicAccessSet } from '../../completions/publicAccess';
import { instance } from '../../fields';
import { elasticIps, joinPublicIps } from '../../networkFields';

const wanted = (item: OperationContext): string => item.nodeParameter<string>('publicAccess');

/**
 * Makes the request unmistakable: none of the fields is what turns public access off, so that none must be
 * missing for another reason.
 */
function check({ body = {} }: ApiRequest, parameterOf: (name: string) => unknown): void {
	const state = parameterOf('publicAccess');
	if (state !== 'on' && state !== 'off') {
		throw new BadInput('Public Access', 'is neither on nor off', "Use 'on' or 'off'.");
	}
	if (state === 'off') {
		if (Object.keys(body).length === 0) return;
		throw new BadInput('Options', 'has settings that turn public access on', 'Remove them.');
	}
	if (body.publicip_id !== undefined) return;
	throw new BadInput('Elastic IP Names or IDs', 'is missing', 'Select one elastic IP per broker.');
}

/** Sent as `{}`: of an object without a name, n8n would send nothing at all. */
const NO_PARAMETER: IDataObject = { publicip_id: undefined };

/** Nothing is sent where it is so already; turned off, the body is empty, but there. */
async function prepare(item: OperationContext, request: ApiRequest): Promise<Settled> {
	const id = item.nodeParameter<string>('instanceId');
	joinPublicIps(request);
	request.body ??= NO_PARAMETER;
	const record = await readOr(async () => await item.call(showInstance(id)), {} as IDataObject);
	if (publicAccessOf(record) !== wanted(item)) return { outcomes: [], isAll: false };
	const note = `Nothing was sent: public access is already ${wanted(item)}.`;
	const json = { public_access: wanted(item), updated: true, note };
	return { outcomes: [{ json: withInstance(json, item) }], isAll: true };
}

/**
 * Turns public access on or off. DMS for Kafka API Reference, page ModifyKafkaPublicIpAccessSwitch of
 * 2026-02; the path begins with /v1, 204 without a body, and no task ID: the instance itself shows the end.
 */
export const setPublicAccess: Operation = {
	value: 'setPublicAccess',
	name: 'Set Public Access',
	action: 'Set public access of instance',
	description: 'Turn access from the internet, through elastic IPs (EIPs), on or off',
	api: 'ModifyKafkaPublicIpAccessSwitch',
	request: post('/v1/{project_id}/instances/{instance_id}/public-boundwidth'),
	kind: 'change',
	warning:
		'On, the brokers are accessible from the internet, and elastic IPs are billed. Off, clients on the internet are disconnected.',
	fields: [
		instance(),
		choice('publicAccess', 'Public Access', {
			sentIn: 'none',
			required: true,
			values: { off: 'Off', on: 'On' },
			default: 'on',
		}),
		elasticIps('Elastic IPs (EIPs) to bind, one per broker', {
			required: true,
			show: { publicAccess: ['on'] },
		}),
	],
	options: [
		text('eip_address', 'Elastic IP Address', {
			placeholder: 'e.g. 203.0.113.10',
			description: 'Address of the elastic IP, besides its ID',
		}),
		integer('public_boundwidth', 'Bandwidth', {
			range: [0, Number.MAX_SAFE_INTEGER],
			description: 'Public bandwidth; the unit is not documented',
		}),
	],
	check,
	before: prepare,
	outcome: (_answer, _request, item) =>
		singleItem(withInstance({ public_access: wanted(item), updated: true }, item)),
	subject: ({ instance_id: id, public_access: state }) =>
		`public access of instance ${String(id)} turned ${String(state)}`,
	completion: publicAccessSet,
};

import type { TencentContext, TencentHandler } from '../context';
import { refuse, success } from '../errors';

interface Body {
	KafkaType: 0 | 1;
	KafkaInstance?: string;
	ServerAddr?: string;
	IsEncryptionAddr?: boolean;
	Protocol?: { Protocol?: string; Mechanism?: string; UserName?: string; Password?: string };
}

const RUNNING = 1;
const REACHABLE = 0;
const INSTANCE_MISSING = -8;
const BAD_ADDRESS = -10;
const BAD_PORT = -11;

/** Whether CLS can import from a Kafka; HTTP 200 and no Error also when it cannot (Status < 0). */
export const CheckRechargeKafkaServer: TencentHandler = (request, context) => {
	const body = request.body as unknown as Body;
	const name = body.KafkaType === 0 ? 'KafkaInstance' : 'ServerAddr';
	const target = body[name];
	if (!target) missing(name);
	if (body.KafkaType === 1 && body.IsEncryptionAddr) checkProtocol(body.Protocol);
	const set = context.state.reachability.get(target);
	if (set !== undefined) return success({ Status: set });
	const Status =
		body.KafkaType === 0
			? instanceStatus(target, request.region, context)
			: Math.min(...target.split(',').map(addressStatus));
	return success({ Status });
};

function checkProtocol(given: Body['Protocol']): void {
	if (!given?.Protocol) missing('Protocol');
	if (!given.Protocol.startsWith('sasl_')) return;
	for (const name of ['Mechanism', 'UserName', 'Password'] as const) {
		if (!given[name]) missing(`Protocol.${name}`);
	}
}

function instanceStatus(id: string, region: string, { state }: TencentContext): number {
	const found = state.instances.some(
		(i) => i.InstanceId === id && i.region === region && i.Status === RUNNING,
	);
	return found ? REACHABLE : INSTANCE_MISSING;
}

function addressStatus(address: string): number {
	const [host, port, ...rest] = address.trim().split(':');
	if (!host || port === undefined || rest.length) return BAD_ADDRESS;
	return /^\d{1,5}$/.test(port) ? REACHABLE : BAD_PORT;
}

function missing(name: string): never {
	refuse('MissingParameter', `The request is missing a required parameter \`${name}\`.`);
}

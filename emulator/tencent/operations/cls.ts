import { refuseMissing, success } from '../answers/errors';
import { STATUS } from '../model/status';
import type { Context, Handler } from '../requests/context';

interface Body {
	KafkaType: 0 | 1;
	KafkaInstance?: string;
	ServerAddr?: string;
	IsEncryptionAddr?: boolean;
	Protocol?: { Protocol?: string; Mechanism?: string; UserName?: string; Password?: string };
}

const REACHABLE = 0;
const INSTANCE_MISSING = -8;
const NO_BROKERS = -9;
const BAD_ADDRESS = -10;
const BAD_PORT = -11;

/** Names and addresses beginning so have the status in them: `check7-orders` answers -7. */
const SAID_BY_NAME = /^check(\d|1[01])(?!\d)/;

/** Whether CLS can import from a Kafka; HTTP 200 and no Error also when it cannot (Status < 0). */
export const CheckRechargeKafkaServer: Handler = (request, context) => {
	const body = request.body as Body;
	const name = body.KafkaType === 0 ? 'KafkaInstance' : 'ServerAddr';
	const target = body[name];
	if (target === undefined || (name === 'KafkaInstance' && !target)) refuseMissing(name);
	if (body.KafkaType === 1 && body.IsEncryptionAddr) checkProtocol(body.Protocol);
	const set = context.state.reachability.get(target);
	const Status =
		set ?? (body.KafkaType === 0 ? instanceStatus(target, context) : addressesStatus(target));
	return success({ Status });
};

function checkProtocol(given: Body['Protocol']): void {
	if (!given?.Protocol) refuseMissing('Protocol');
	if (!given.Protocol.startsWith('sasl_')) return;
	for (const name of ['Mechanism', 'UserName', 'Password'] as const) {
		if (!given[name]) refuseMissing(`Protocol.${name}`);
	}
}

function instanceStatus(id: string, { state, region }: Context): number {
	const found = state.of(region).find((instance) => instance.id === id);
	if (!found) return INSTANCE_MISSING;
	if (found.status === STATUS.creating) return NO_BROKERS;
	if (found.status !== STATUS.running && found.status !== STATUS.upgrading) {
		return INSTANCE_MISSING;
	}
	return statusInName(found.name) ?? REACHABLE;
}

function statusInName(name: string): number | undefined {
	const match = SAID_BY_NAME.exec(name);
	return match ? REACHABLE - Number(match[1]) : undefined;
}

function addressesStatus(list: string): number {
	const addresses = list.split(',').filter((address) => address.trim() !== '');
	if (!addresses.length) return NO_BROKERS;
	return Math.min(...addresses.map(addressStatus));
}

function addressStatus(address: string): number {
	const [host, port, ...rest] = address.trim().split(':');
	if (!host || port === undefined || rest.length) return BAD_ADDRESS;
	if (!/^\d{1,5}$/.test(port)) return BAD_PORT;
	return statusInName(host) ?? REACHABLE;
}

import { OpenApiUtil } from '@alicloud/openapi-core';
import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner';
import { createHmac, hash } from 'node:crypto';
import { cpuUsage } from 'node:process';
import Sign from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/sign';
import { signAcs3, signRpcV1 } from '../../credentials/signing/alibaba';
import { signHuawei } from '../../credentials/signing/huawei';
import { signTc3 } from '../../credentials/signing/tencent';
import { toWire } from '../../credentials/signing/wire';
import { median, type Bench } from './row';

/** Signatures a second of CPU time (user and system): the median of all rounds. */
export interface SignerRow {
	name: string;
	/** From n8n's request options to the signed headers or query. */
	ours: number;
	/** From the request object of the vendor's SDK to the same. */
	sdk: number;
	/** How many times as fast as the SDK. */
	ratio: number;
	/** Hashes and HMACs of the same bytes and nothing else: no signer can be faster. */
	floor: number;
}

const ROUNDS = 11;
/** CPU time of one measurement in microseconds: long against the clock's steps, short against drift. */
const SLICE = 50_000;
/** CPU time before measuring: compiling counts as CPU time too. */
const WARM_UP = 250_000;
const BATCH = 100;

type Subject = () => unknown;

function perCpuSecond(subject: Subject, slice = SLICE): number {
	const start = cpuUsage();
	let used = 0;
	let count = 0;
	while (used < slice) {
		for (let i = 0; i < BATCH; i++) subject();
		count += BATCH;
		const { user, system } = cpuUsage(start);
		used = user + system;
	}
	return (count / used) * 1e6;
}

/** Measures the subjects in turns, so that a slow moment of the machine falls on all of them. */
function compare(name: string, ours: Subject, sdk: Subject, floor: Subject): SignerRow {
	const subjects = [ours, sdk, floor];
	for (const subject of subjects) perCpuSecond(subject, WARM_UP);
	const rounds = Array.from({ length: ROUNDS }, () =>
		subjects.map((subject) => perCpuSecond(subject)),
	);
	const medians = subjects.map((_, i) => Math.round(median(rounds.map((round) => round[i]))));
	return {
		name,
		ours: medians[0],
		sdk: medians[1],
		ratio: Number((medians[0] / medians[1]).toFixed(2)),
		floor: medians[2],
	};
}

const sha256 = (data: string) => hash('sha256', data);
const hmac = (key: string | Buffer, data: string) =>
	createHmac('sha256', key).update(data).digest();

const id = 'EXAMPLEKEYID';
const key = 'example-key-for-benchmarks-only-0123';
const now = new Date('2024-06-20T08:00:00Z');
const nonce = '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf';
const body = {
	name: 'kafka-订单',
	engine: 'kafka',
	storage_space: 600,
	tags: [{ key: 'env', value: 'test' }],
};
const bodyText = JSON.stringify(body);

function huawei(): SignerRow {
	const url =
		'https://dms.cn-north-4.myhuaweicloud.com/v2/e9993fc787d94b6c886cbaa340f9c0f4/instances';
	const headers = {
		'Content-Type': 'application/json',
		'X-Project-Id': 'e9993fc787d94b6c886cbaa340f9c0f4',
	};
	const query = { engine: 'kafka', limit: 10, offset: 0 };
	const credential = { getAk: () => id, getSk: () => key };
	const text = 'x'.repeat(380);
	return compare(
		'Huawei Cloud SDK-HMAC-SHA256',
		() =>
			signHuawei(
				toWire({ url, method: 'POST', qs: query, headers, body }, 'repeat'),
				{ accessKeyId: id, secretAccessKey: key },
				now,
			),
		() =>
			AKSKSigner.sign(
				{ endpoint: url, method: 'POST', queryParams: query, headers, data: body } as never,
				credential as never,
			),
		() => [sha256(bodyText), hmac(key, sha256(text).concat('SDK-HMAC-SHA256 20240620T080000Z'))],
	);
}

const parameters = {
	InstanceId: 'alikafka_post-cn-v0h1fgs2xxxx',
	Topic: '订单',
	Tag: [{ Key: 'env', Value: 'a b' }],
};

function acs3(): SignerRow {
	const host = 'alikafka.cn-hangzhou.aliyuncs.com';
	const headers = { 'x-acs-action': 'CreateTopic', 'x-acs-version': '2019-09-16' };
	const text = 'x'.repeat(480);
	return compare(
		'Alibaba Cloud ACS3-HMAC-SHA256',
		() =>
			signAcs3(
				toWire({ url: `https://${host}/`, method: 'POST', qs: parameters, headers }, 'dotsFrom1'),
				{ accessKeyId: id, accessKeySecret: key },
				{ now, nonce },
			),
		() => {
			const payload = OpenApiUtil.hash(Buffer.from(''), 'ACS3-HMAC-SHA256').toString('hex');
			const request = {
				method: 'POST',
				pathname: '/',
				query: OpenApiUtil.query(parameters),
				headers: {
					host,
					...headers,
					'x-acs-date': OpenApiUtil.getTimestamp(),
					'x-acs-signature-nonce': nonce,
					'x-acs-content-sha256': payload,
				},
			};
			return OpenApiUtil.getAuthorization(request as never, 'ACS3-HMAC-SHA256', payload, id, key);
		},
		() => [sha256(''), hmac(key, sha256(text))],
	);
}

function rpcV1(): SignerRow {
	const query = { Action: 'CreateTopic', Version: '2019-09-16', Format: 'JSON', ...parameters };
	const text = 'x'.repeat(560);
	return compare(
		'Alibaba Cloud signature version 1.0',
		() =>
			signRpcV1(
				toWire(
					{ url: 'https://alikafka.cn-hangzhou.aliyuncs.com/', method: 'POST', qs: query },
					'dotsFrom1',
				),
				{ accessKeyId: id, accessKeySecret: key },
				{ now, nonce },
			),
		() =>
			OpenApiUtil.getRPCSignature(
				OpenApiUtil.query({
					...query,
					AccessKeyId: id,
					SignatureMethod: 'HMAC-SHA1',
					SignatureNonce: nonce,
					SignatureVersion: '1.0',
					Timestamp: OpenApiUtil.getTimestamp(),
				}),
				'POST',
				key,
			),
		() => createHmac('sha1', `${key}&`).update(text).digest('base64'),
	);
}

function tc3(): SignerRow {
	const url = 'https://ckafka.tencentcloudapi.com/';
	const headers = { 'Content-Type': 'application/json' };
	const timestamp = now.getTime() / 1000;
	const signingKey = hmac(hmac(hmac(`TC3${key}`, '2024-06-20'), 'ckafka'), 'tc3_request');
	const text = 'x'.repeat(180);
	return compare(
		'Tencent Cloud TC3-HMAC-SHA256',
		() =>
			signTc3(
				toWire({ url, method: 'POST', headers, body }, 'dotsFrom0'),
				{ secretId: id, secretKey: key },
				'ckafka',
				now,
			),
		() =>
			Sign.sign3({
				method: 'POST',
				url,
				payload: body,
				timestamp,
				service: 'ckafka',
				secretId: id,
				secretKey: key,
				headers,
			} as never),
		() => [sha256(bodyText), hmac(signingKey, sha256(text))],
	);
}

/** Compares the four signers with the vendors' own, in about ten seconds. */
export const benchSigners = (): SignerRow[] => [huawei(), acs3(), rpcV1(), tc3()];

/** The rows of the package's bench. */
export const bench: Bench = () =>
	benchSigners().map(({ name, ours, sdk, ratio, floor }) => ({
		name: `sign: ${name}`,
		value: ours,
		unit: 'per CPU second',
		note: `${ratio} times the SDK's ${sdk}; bare hashes ${floor}`,
	}));

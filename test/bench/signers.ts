import { OpenApiUtil } from '@alicloud/openapi-core';
import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner';
import { createRequire } from 'node:module';
import { cpuUsage } from 'node:process';
import Sign from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/sign';

import type * as Alibaba from '../../credentials/signing/alibaba';
import type * as Huawei from '../../credentials/signing/huawei';
import type * as Tencent from '../../credentials/signing/tencent';
import type * as Wire from '../../credentials/signing/wire';
import { built } from './built';
import { floorOf } from './floor';
import { inTurns, rounded } from './measure';
import type { Table } from './table';

// What users run, as the SDKs are: the sources get slower on their way through tsx.
const { signAcs3, signRpcV1 } = built<typeof Alibaba>('credentials/signing/alibaba.js');
const { signHuawei } = built<typeof Huawei>('credentials/signing/huawei.js');
const { signTc3 } = built<typeof Tencent>('credentials/signing/tencent.js');
const { toWire } = built<typeof Wire>('credentials/signing/wire.js');

interface Aws4 {
	sign(request: object, keys: { accessKeyId: string; secretAccessKey: string }): unknown;
}
// It has no types.
const aws4 = createRequire(__filename)('aws4') as Aws4;

const ROUNDS = 9;
/** CPU time of one measurement in microseconds: long against the clock's steps, short against drift. */
const SLICE = 40_000;
/** CPU time before measuring: compiling counts as CPU time too. */
const WARM_UP = 250_000;
const BATCH = 100;

type Subject = () => unknown;

/** Microseconds of CPU a call. */
function microseconds(subject: Subject, slice = SLICE): number {
	const start = cpuUsage();
	let used = 0;
	let count = 0;
	while (used < slice) {
		for (let i = 0; i < BATCH; i++) subject();
		count += BATCH;
		const { user, system } = cpuUsage(start);
		used = user + system;
	}
	return used / count;
}

interface Contest {
	name: string;
	/** From the parts of a request to the signed headers or query. */
	signer: Subject;
	/** The same from n8n's request options: URL, query, headers and body are read first. */
	request: Subject;
	/** The signer of the vendor's SDK, from the SDK's own request object. */
	sdk: Subject;
}

const id = 'EXAMPLEKEYID';
const key = 'example-key-for-benchmarks-only-0123';
const nonce = '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf';
const body = {
	name: 'kafka-订单',
	engine: 'kafka',
	storage_space: 600,
	tags: [{ key: 'env', value: 'test' }],
};

function huawei(): Contest {
	const projectId = 'e9993fc787d94b6c886cbaa340f9c0f4';
	const url = `https://dms.cn-north-4.myhuaweicloud.com/v2/${projectId}/instances`;
	const headers = { 'Content-Type': 'application/json', 'X-Project-Id': projectId };
	const qs = { engine: 'kafka', limit: 10, offset: 0 };
	const options = { url, method: 'POST', qs, headers, body };
	const keys = { accessKeyId: id, secretAccessKey: key };
	const wire = toWire(options, 'repeat');
	const credential = { getAk: () => id, getSk: () => key };
	return {
		name: 'Huawei Cloud SDK-HMAC-SHA256',
		signer: () => signHuawei(wire, keys, new Date()),
		request: () => signHuawei(toWire(options, 'repeat'), keys, new Date()),
		sdk: () =>
			AKSKSigner.sign(
				{ endpoint: url, method: 'POST', queryParams: qs, headers, data: body } as never,
				credential as never,
			),
	};
}

const alibabaUrl = 'https://alikafka.cn-hangzhou.aliyuncs.com/';
const alibabaKeys = { accessKeyId: id, accessKeySecret: key };
const parameters = {
	InstanceId: 'alikafka_post-cn-v0h1fgs2xxxx',
	Topic: '订单',
	Tag: [{ Key: 'env', Value: 'a b' }],
};

function acs3(): Contest {
	const { host } = new URL(alibabaUrl);
	const headers = { 'x-acs-action': 'CreateTopic', 'x-acs-version': '2019-09-16' };
	const options = { url: alibabaUrl, method: 'POST', qs: parameters, headers };
	const wire = toWire(options, 'dotsFrom1');
	const algorithm = 'ACS3-HMAC-SHA256';
	return {
		name: 'Alibaba Cloud ACS3-HMAC-SHA256',
		signer: () => signAcs3(wire, alibabaKeys, { now: new Date(), nonce }),
		request: () => signAcs3(toWire(options, 'dotsFrom1'), alibabaKeys, { now: new Date(), nonce }),
		sdk: () => {
			const payload = OpenApiUtil.hash(Buffer.from(''), algorithm).toString('hex');
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
			return OpenApiUtil.getAuthorization(request as never, algorithm, payload, id, key);
		},
	};
}

function rpcV1(): Contest {
	const qs = { Action: 'CreateTopic', Version: '2019-09-16', Format: 'JSON', ...parameters };
	const options = { url: alibabaUrl, method: 'POST', qs };
	const wire = toWire(options, 'dotsFrom1');
	return {
		name: 'Alibaba Cloud signature version 1.0',
		signer: () => signRpcV1(wire, alibabaKeys, { now: new Date(), nonce }),
		request: () => signRpcV1(toWire(options, 'dotsFrom1'), alibabaKeys, { now: new Date(), nonce }),
		sdk: () =>
			OpenApiUtil.getRPCSignature(
				OpenApiUtil.query({
					...qs,
					AccessKeyId: id,
					SignatureMethod: 'HMAC-SHA1',
					SignatureNonce: nonce,
					SignatureVersion: '1.0',
					Timestamp: OpenApiUtil.getTimestamp(),
				}),
				'POST',
				key,
			),
	};
}

function tc3(): Contest {
	const url = 'https://ckafka.tencentcloudapi.com/';
	const headers = { 'Content-Type': 'application/json' };
	const options = { url, method: 'POST', headers, body };
	const keys = { secretId: id, secretKey: key };
	const wire = toWire(options, 'dotsFrom0');
	return {
		name: 'Tencent Cloud TC3-HMAC-SHA256',
		signer: () => signTc3(wire, keys, 'ckafka', new Date()),
		request: () => signTc3(toWire(options, 'dotsFrom0'), keys, 'ckafka', new Date()),
		sdk: () =>
			Sign.sign3({
				method: 'POST',
				url,
				payload: body,
				timestamp: Math.floor(Date.now() / 1000),
				service: 'ckafka',
				secretId: id,
				secretKey: key,
				headers,
			} as never),
	};
}

/** The same request as Huawei Cloud's, signed for AWS. */
function aws(): Subject {
	const keys = { accessKeyId: id, secretAccessKey: key };
	const text = JSON.stringify(body);
	return () =>
		aws4.sign(
			{
				host: 'kafka.eu-west-1.amazonaws.com',
				service: 'kafka',
				region: 'eu-west-1',
				method: 'POST',
				path: '/v2/e9993fc787d94b6c886cbaa340f9c0f4/instances?engine=kafka&limit=10&offset=0',
				headers: { 'Content-Type': 'application/json' },
				body: text,
			},
			keys,
		);
}

/** Speed of the four signers beside the vendors' own, aws4 and the bare hashes. */
export async function bench(): Promise<Table> {
	const aws4Subject = aws();
	const contests = [huawei(), acs3(), rpcV1(), tc3()].map(({ name, signer, request, sdk }) => ({
		name,
		subjects: [signer, request, sdk, aws4Subject, floorOf(signer, key)],
	}));
	// All before the first is measured: code that several share is compiled for all of them then.
	for (const { subjects } of contests) {
		for (const subject of subjects) microseconds(subject, WARM_UP);
	}
	const rows = [];
	for (const { name, subjects } of contests) {
		const times = await inTurns(
			ROUNDS,
			subjects.map((subject) => () => microseconds(subject)),
		);
		const [ours, whole, theirs, awsTime, least] = times;
		rows.push([
			name,
			...[ours, whole, theirs, awsTime, least].map((time) => Math.round(1e6 / time)),
			rounded(theirs / ours),
			rounded(theirs / whole),
			rounded(ours / least),
		]);
	}
	return {
		title: 'Signatures',
		about:
			'Signatures per second of CPU time (user and system). "Signer" starts with the parts of a request; "from options" starts with n8n\'s request options and therefore also reads the URL, the query, the headers, and the body. The floor consists of the same hashes and HMACs over the same bytes and nothing else.',
		columns: [
			'Signer',
			'signer',
			'from options',
			'SDK',
			'aws4',
			'floor',
			'signer : SDK',
			'from options : SDK',
			'floor : signer',
		],
		rows,
		goal: "From n8n's options, at least 2 times as many signatures as each SDK.",
		meaning:
			'Signing takes 10 to 25 µs of a request that is on its way for 50 ms or more: a credential is never what a workflow waits for.',
		notes: [
			'The floor consists entirely of `node:crypto`, with the text to hash in one piece. In addition, a signer builds this text and copies the headers. Version 1.0 encodes each of its 12 parameters twice; for Tencent Cloud, the hash under which the key of the day is cached spares three more HMACs.',
			'The SDKs use headers and parameters as they are; this package also reads the URL, refuses what cannot be sent as signed, and encodes exactly what goes out. The last URL without a query, and the hash of an empty body, are remembered.',
		],
	};
}

import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';

import OpenApiUtil from '@alicloud/openapi-util';
import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner';
import axios from 'axios';
import Sign from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/sign';

import { EXAMPLE, type Emulator } from '../../../emulator';

/** An answer as a raw client sees it. */
export interface Reply {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	/** Parsed body; undefined when it is not JSON. */
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- asserted field by field
	body: any;
}

export interface RawCall {
	method: string;
	url: string;
	headers?: Record<string, string>;
	body?: string | Buffer;
}

/** Headers that axios adds by itself, and that no call of these tests has unless it says so. */
const ADDED = ['Accept', 'Accept-Encoding', 'Content-Type', 'User-Agent'];

/** Sends exactly this over a connection of its own; rejects when the connection breaks. */
export async function send({ method, url, headers = {}, body }: RawCall): Promise<Reply> {
	const own = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
	const none = ADDED.filter((name) => !own.has(name.toLowerCase())).map((name) => [name, false]);
	const {
		status,
		headers: received,
		data,
	} = await axios.request<string>({
		method,
		url,
		headers: { ...Object.fromEntries(none), ...headers } as never,
		data: body,
		responseType: 'text',
		transformRequest: [(sent: unknown) => sent],
		transformResponse: [(text: unknown) => text],
		validateStatus: () => true,
		maxRedirects: 0,
		httpAgent: new Agent({ keepAlive: false }),
	});
	return { status, headers: received as Reply['headers'], text: data, body: parse(data) };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

export interface HuaweiCall {
	method?: string;
	/** Path with unreserved characters only: the SDK signer encodes it a second time. */
	path: string;
	query?: Record<string, string>;
	body?: unknown;
	headers?: Record<string, string>;
	key?: { accessKey: string; secretKey: string; securityToken?: string };
	/** Base URL; default the DMS endpoint. */
	base?: string;
}

/** Signs by the vendor's own SDK and sends. */
export function callHuawei(emulator: Emulator, call: HuaweiCall): Promise<Reply> {
	return send(signHuawei(emulator.huawei.url, call));
}

/** A request signed by the vendor's own SDK. */
export function signHuawei(defaultBase: string, call: HuaweiCall): RawCall {
	const { method = 'GET', path, query = {}, body, base = defaultBase } = call;
	const key = call.key ?? EXAMPLE.huawei.permanent;
	const headers: Record<string, string> = { ...call.headers };
	if (body !== undefined) headers['content-type'] = 'application/json';
	if (key.securityToken) headers['X-Security-Token'] = key.securityToken;
	const toSign = { endpoint: `${base}${path}`, method, headers, queryParams: query, data: body };
	const credential = { getAk: () => key.accessKey, getSk: () => key.secretKey };
	const signed = AKSKSigner.sign(toSign as never, credential as never) as Record<string, string>;
	const search = new URLSearchParams(query).toString();
	return {
		method,
		url: `${base}${path}${search ? `?${search}` : ''}`,
		headers: signed,
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	};
}

/** The path of a project-level DMS call in the example project. */
export function dms(rest: string, version = 'v2'): string {
	return `/${version}/${EXAMPLE.huawei.projectId}${rest}`;
}

export interface AlibabaCall {
	action: string;
	query?: Record<string, string>;
	key?: { accessKeyId: string; accessKeySecret: string; securityToken?: string };
	/** Parameters sent as a form in the body. */
	form?: Record<string, string>;
	/** Overrides of the x-acs-* headers, before signing. */
	headers?: Record<string, string>;
}

/** Signs with ACS3 by the vendor's own SDK and sends. */
export function callAlibaba(emulator: Emulator, call: AlibabaCall): Promise<Reply> {
	return send(signAlibaba(emulator.alibaba.url, call));
}

/** A request signed with ACS3 by the vendor's own SDK. */
export function signAlibaba(base: string, { action, query = {}, ...call }: AlibabaCall): RawCall {
	const key = call.key ?? EXAMPLE.alibaba.permanent;
	const body = new URLSearchParams(call.form).toString();
	const payload = OpenApiUtil.hexEncode(OpenApiUtil.hash(Buffer.from(body), 'ACS3-HMAC-SHA256'));
	const headers: Record<string, string> = {
		host: new URL(base).host,
		'x-acs-action': action,
		'x-acs-version': '2019-09-16',
		'x-acs-date': new Date().toISOString().replace(/\.\d+/, ''),
		'x-acs-signature-nonce': randomUUID(),
		'x-acs-content-sha256': payload,
		...(key.securityToken ? { 'x-acs-security-token': key.securityToken } : {}),
		...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
		...call.headers,
	};
	const request = { pathname: '/', method: 'POST', query, headers };
	headers.Authorization = OpenApiUtil.getAuthorization(
		request as never,
		'ACS3-HMAC-SHA256',
		payload,
		key.accessKeyId,
		key.accessKeySecret,
	);
	const search = Object.entries(query).map((field) => field.map(encodeURIComponent).join('='));
	const url = `${base}/?${search.join('&')}`;
	return { method: 'POST', url, headers, ...(body ? { body } : {}) };
}

export interface TencentCall {
	action: string;
	body?: unknown;
	service?: string;
	version?: string;
	region?: string;
	key?: { secretId: string; secretKey: string; token?: string };
	/** Unix seconds. */
	timestamp?: number;
}

/** Signs with TC3 by the vendor's own SDK and sends. */
export function callTencent(emulator: Emulator, call: TencentCall): Promise<Reply> {
	return send(signTencent(emulator.tencent.url, call));
}

/** The SDK signs the host without its port, so the Host header is sent without one too. */
export function signTencent(base: string, call: TencentCall): RawCall {
	const { action, body = {}, service = 'ckafka', region = EXAMPLE.tencent.region } = call;
	const key = call.key ?? EXAMPLE.tencent.permanent;
	const timestamp = call.timestamp ?? Math.floor(Date.now() / 1000);
	const version = call.version ?? (service === 'cls' ? '2020-10-16' : '2019-08-19');
	const authorization = Sign.sign3({
		method: 'POST',
		url: `${base}/`,
		payload: body,
		timestamp,
		service,
		secretId: key.secretId,
		secretKey: key.secretKey,
		multipart: false,
		boundary: '',
		headers: { 'Content-Type': 'application/json' },
	});
	return {
		method: 'POST',
		url: `${base}/`,
		headers: {
			Host: new URL(base).hostname,
			'Content-Type': 'application/json',
			Authorization: authorization,
			'X-TC-Action': action,
			'X-TC-Version': version,
			'X-TC-Timestamp': String(timestamp),
			'X-TC-Region': region,
			...(key.token ? { 'X-TC-Token': key.token } : {}),
		},
		body: JSON.stringify(body),
	};
}

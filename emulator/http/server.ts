import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { VirtualClock } from '../core/clock';
import type { FaultEffect } from '../core/faultEffects';
import type { Faults } from '../core/faults';
import { AnswerError, json, type Answer } from './answer';
import type { Held } from './held';
import { record, type RecordedRequest } from './recorder';
import { RawRequest, type HeaderLine } from './request';
import type { Service } from './service';

/** What all listeners of one emulator share. */
export interface Shared {
	clock: VirtualClock;
	faults: Faults;
	held: Held;
	requests: RecordedRequest[];
	/** How many requests are kept. */
	keep: number;
}

/** A listener; `close` drops every connection at once. */
export interface Listener {
	url: string;
	port: number;
	close(): Promise<void>;
}

/** Takes requests before the service sees them; null lets them pass. */
export type Interceptor = (request: RawRequest) => Answer | null;

/** Opens a service on 127.0.0.1; port 0 takes any free one. */
export async function listen(
	service: Service,
	port: number,
	shared: Shared,
	intercept: Interceptor = () => null,
): Promise<Listener> {
	const server = createServer((incoming, outgoing) => {
		serve(service, shared, intercept, incoming, outgoing).catch((error: unknown) => {
			// A client that went away while sending, or an emulator that closes while it holds a request.
			outgoing.destroy(error instanceof Error ? error : undefined);
		});
	});
	// Longer than any client keeps an idle connection, so that none is reused while closing.
	server.keepAliveTimeout = 65_000;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const bound = (server.address() as AddressInfo).port;
	return { url: `http://127.0.0.1:${bound}`, port: bound, close: () => closeNow(server) };
}

async function closeNow(server: Server): Promise<void> {
	const closed = new Promise<void>((resolve) => server.close(() => resolve()));
	server.closeAllConnections();
	await closed;
}

async function serve(
	service: Service,
	shared: Shared,
	intercept: Interceptor,
	incoming: IncomingMessage,
	outgoing: ServerResponse,
): Promise<void> {
	const request = await receive(incoming);
	const intercepted = intercept(request);
	if (intercepted) return send(outgoing, intercepted, shared.clock.now());

	shared.clock.advance(shared.clock.tick);
	const operation = service.operationOf(request);
	const entry = record(
		shared.requests,
		shared.keep,
		service.vendor,
		operation,
		request,
		shared.clock.real(),
		shared.clock.now(),
	);
	const { method, target } = request;
	const region = service.regionOf?.(request);
	const effects = shared.faults.take(service.vendor, operation, { method, target, region });
	const of = <K extends FaultEffect['kind']>(kind: K) =>
		effects.find((e): e is Extract<FaultEffect, { kind: K }> => e.kind === kind);

	const late = of('delay');
	if (late && !late.after) await shared.held.hold(late, outgoing);
	const cut = of('cut');
	if (cut?.when === 'before') return void outgoing.destroy();

	const skew = of('skew')?.ms ?? 0;
	const replaced = of('answer');
	const runs = !replaced || replaced.after === true;
	// A signature is made by a real clock; what the cloud made, and says the time of, has its own.
	const answer = runs ? run(service, request, shared.clock.real() + skew) : null;
	if (late?.after) await shared.held.hold(late, outgoing);
	if (cut) return void outgoing.destroy();

	const final = replaced
		? replacement(service, request, replaced)
		: distort(answer as Answer, effects);
	entry.status = final.status;
	const truncate = of('truncate');
	const time = shared.clock.now() + skew;
	if (truncate) return sendPart(outgoing, final, time, truncate.bytes);
	if (of('trickle')) return await trickle(shared.held, outgoing, final, time);
	send(outgoing, final, time);
}

/** Announces the answer, of which no part that says anything follows. */
async function trickle(
	held: Held,
	outgoing: ServerResponse,
	answer: Answer,
	time: number,
): Promise<void> {
	outgoing.writeHead(answer.status, { date: new Date(time).toUTCString(), ...answer.headers });
	await held.trickle(outgoing);
}

async function receive(incoming: IncomingMessage): Promise<RawRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	const headers: HeaderLine[] = [];
	for (let i = 0; i < incoming.rawHeaders.length; i += 2) {
		headers.push([incoming.rawHeaders[i], incoming.rawHeaders[i + 1]]);
	}
	return new RawRequest(incoming.method ?? '', incoming.url ?? '', headers, Buffer.concat(chunks));
}

function run(service: Service, request: RawRequest, serverTime: number): Answer {
	try {
		return service.answer(request, serverTime);
	} catch (error) {
		if (error instanceof AnswerError) return error.answer;
		const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
		return json(500, { emulator_error: text });
	}
}

function replacement(
	service: Service,
	request: RawRequest,
	effect: Extract<FaultEffect, { kind: 'answer' }>,
): Answer {
	if (effect.body === undefined) {
		const own = service.faultAnswer(effect.status, request);
		return { ...own, headers: { ...own.headers, ...effect.headers } };
	}
	if (typeof effect.body === 'string') {
		return { status: effect.status, headers: { ...effect.headers }, body: effect.body };
	}
	return json(effect.status, effect.body, effect.headers);
}

function distort(answer: Answer, effects: FaultEffect[]): Answer {
	const has = (kind: FaultEffect['kind']) => effects.some((effect) => effect.kind === kind);
	if (has('empty')) return { ...answer, body: '' };
	if (has('malformed')) return { ...answer, body: `${answer.body.slice(0, -1)},,` };
	return answer;
}

function send(outgoing: ServerResponse, answer: Answer, time: number): void {
	outgoing.writeHead(answer.status, {
		date: new Date(time).toUTCString(),
		...answer.headers,
		...(answer.status === 204 ? {} : { 'content-length': Buffer.byteLength(answer.body) }),
	});
	outgoing.end(answer.body);
}

/** Announces the whole body, sends a part of it and drops the connection. */
function sendPart(outgoing: ServerResponse, answer: Answer, time: number, bytes?: number): void {
	const body = Buffer.from(answer.body);
	const part = body.subarray(0, bytes ?? Math.floor(body.length / 2));
	outgoing.writeHead(answer.status, {
		date: new Date(time).toUTCString(),
		...answer.headers,
		'content-length': body.length + (part.length === body.length ? 1 : 0),
	});
	outgoing.write(part, () => outgoing.destroy());
}

/** Kafka's wire format, as far as a broker needs it that lets clients in: https://kafka.apache.org/protocol */

/** Reads what a client has sent, field by field. */
export class Reader {
	private at = 0;

	constructor(private readonly bytes: Buffer) {}

	int16(): number {
		return this.bytes.readInt16BE((this.at += 2) - 2);
	}
	int32(): number {
		return this.bytes.readInt32BE((this.at += 4) - 4);
	}
	/** A text, which can be null. */
	string(): string {
		return this.take(this.int16()).toString('utf8');
	}
	blob(): Buffer {
		return this.take(this.int32());
	}

	private take(length: number): Buffer {
		if (length < 0) return Buffer.alloc(0);
		return this.bytes.subarray(this.at, (this.at += length));
	}
}

export const int16 = (value: number): Buffer => {
	const bytes = Buffer.alloc(2);
	bytes.writeInt16BE(value);
	return bytes;
};
export const int32 = (value: number): Buffer => {
	const bytes = Buffer.alloc(4);
	bytes.writeInt32BE(value);
	return bytes;
};
export const int64 = (value: number): Buffer => {
	const bytes = Buffer.alloc(8);
	bytes.writeBigInt64BE(BigInt(value));
	return bytes;
};
export const bool = (value: boolean): Buffer => Buffer.from([value ? 1 : 0]);
export const string = (value: string | null): Buffer =>
	value === null ? int16(-1) : Buffer.concat([int16(Buffer.byteLength(value)), Buffer.from(value)]);
export const blob = (value: Buffer): Buffer => Buffer.concat([int32(value.length), value]);
export const array = (entries: Buffer[]): Buffer =>
	Buffer.concat([int32(entries.length), ...entries]);

/** A request, its body still to be read. */
export interface Request {
	api: number;
	version: number;
	correlation: number;
	clientId: string;
	body: Reader;
}

/** Larger than any request here; what begins a TLS connection reads as a size far above it. */
const LARGEST = 1_000_000;

/** Puts requests together from what comes in; throws on what is no request of Kafka. */
export class Requests {
	private waiting: Buffer = Buffer.alloc(0);

	*in(chunk: Buffer): Generator<Request> {
		this.waiting = Buffer.concat([this.waiting, chunk]);
		while (this.waiting.length >= 4) {
			const size = this.waiting.readInt32BE(0);
			if (size < 8 || size > LARGEST) throw new Error(`No request has ${size} bytes`);
			if (this.waiting.length < 4 + size) return;
			const body = new Reader(this.waiting.subarray(4, 4 + size));
			this.waiting = this.waiting.subarray(4 + size);
			yield {
				api: body.int16(),
				version: body.int16(),
				correlation: body.int32(),
				clientId: body.string(),
				body,
			};
		}
	}
}

/** A response, with its size before it. */
export const response = ({ correlation }: Request, ...fields: Buffer[]): Buffer =>
	blob(Buffer.concat([int32(correlation), ...fields]));

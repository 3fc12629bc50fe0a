import { RawRequest, type HeaderLine } from '../../../emulator/http/request';

const REPLACEMENTS = 'aZ5-%&=/+?;x';

/**
 * The request with one character of its method, target, signed headers, authorization or body
 * replaced.
 * @param numbers where and by what; as many as needed are taken
 * @returns null when nothing was replaced or the change means the same after decoding
 */
export function alteration(
	request: RawRequest,
	numbers: { next(): IteratorResult<number> },
): RawRequest | null {
	const draw = (below: number) => Number(numbers.next().value) % below;
	const replace = (text: string): string => {
		if (text === '') return text;
		const at = draw(text.length);
		const by = REPLACEMENTS[draw(REPLACEMENTS.length)];
		return text.slice(0, at) + by + text.slice(at + 1);
	};
	const { method, target, headers, body } = request;
	switch (draw(5)) {
		case 0:
			return changed(request, new RawRequest(replace(method), target, headers, body));
		case 1:
			return changed(request, new RawRequest(method, replace(target), headers, body));
		case 2: {
			const flipped = Buffer.from(body);
			if (flipped.length) flipped[draw(flipped.length)] ^= 1 + draw(255);
			return changed(request, new RawRequest(method, target, headers, flipped));
		}
		case 3: {
			const lines = covered(request);
			const [name] = lines[draw(lines.length)];
			const altered = headers.map(
				(line): HeaderLine => (line[0] === name ? [name, replace(line[1])] : line),
			);
			return changed(request, new RawRequest(method, target, altered, body));
		}
		default: {
			const altered = headers.map(
				(line): HeaderLine =>
					line[0].toLowerCase() === 'authorization' ? [line[0], replace(line[1])] : line,
			);
			return changed(request, new RawRequest(method, target, altered, body));
		}
	}
}

/** Header lines the signature covers. */
function covered(request: RawRequest): HeaderLine[] {
	const list = /SignedHeaders=([^,]+)/.exec(request.header('authorization') ?? '')?.[1] ?? '';
	const names = list.split(';');
	return request.headers.filter(([name]) => names.includes(name.toLowerCase()));
}

function changed(before: RawRequest, after: RawRequest): RawRequest | null {
	const same =
		before.method === after.method &&
		meaning(before.target) === meaning(after.target) &&
		before.body.equals(after.body) &&
		JSON.stringify(trimmed(before)) === JSON.stringify(trimmed(after));
	return same ? null : after;
}

/** Headers as a server reads them, without blanks around the value. */
function trimmed(request: RawRequest): string[][] {
	return request.headers.map(([name, value]) => [name, value.trim()]);
}

/** The target decoded: two targets of the same meaning are the same request. */
function meaning(target: string): string {
	const [path, ...query] = target.split('?');
	const fields = [...new URLSearchParams(query.join('?'))].sort();
	let decoded: string;
	try {
		decoded = path.split('/').map(decodeURIComponent).join('\n');
	} catch {
		decoded = `broken ${path}`;
	}
	return JSON.stringify([decoded, fields.map((field) => field.join('=')).sort()]);
}

import type { Answer } from '../../http/answer';

/** A JSON answer as XML, the default format of RPC v1 requests without Format=JSON. */
export function asXml(answer: Answer, root: string): Answer {
	const body = element(root, JSON.parse(answer.body));
	return {
		...answer,
		headers: { ...answer.headers, 'content-type': 'text/xml;charset=utf-8' },
		body: `<?xml version='1.0' encoding='UTF-8'?>${body}`,
	};
}

function element(name: string, value: unknown): string {
	if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
	const inner =
		value !== null && typeof value === 'object'
			? Object.entries(value)
					.map(([key, member]) => element(key, member))
					.join('')
			: escape(String(value ?? ''));
	return `<${name}>${inner}</${name}>`;
}

function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

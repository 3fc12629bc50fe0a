import Client, * as models from '@alicloud/alikafka20190916';
import { $OpenApiUtil } from '@alicloud/openapi-core';

import { EXAMPLE, type Emulator } from '../../../emulator';
import { camelCase, methodsOf, pascalCase, type Methods, type OpenSdk } from './sdk';

export { models };

type Type = string | { type: string; itemType?: Type } | ModelClass;

/** A request class, or a class within one; it tells its members and their names on the wire. */
export interface ModelClass {
	new (members: Record<string, unknown>): object;
	names(): Record<string, string>;
	types(): Record<string, Type>;
}

const classes = models as unknown as Record<string, ModelClass | undefined>;

/** A value as somebody who follows the declarations would give it; JSON within text as what it holds. */
function shaped(value: unknown, type: Type): unknown {
	if (type === 'string') return String(value);
	if (type === 'number') return Number(value);
	if (type === 'boolean') return typeof value === 'boolean' ? value : value === 'true';
	if (typeof type === 'string') return value;
	const given = typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
	if (typeof type === 'function') return modelOf(type, given as Record<string, unknown>);
	const { itemType } = type;
	return type.type === 'array' && itemType
		? [given].flat().map((one) => shaped(one, itemType))
		: given;
}

/** A request as somebody with the SDK would give it, of parameters by their names on the wire. */
export function modelOf(model: ModelClass, given: Record<string, unknown>): object {
	const types = model.types();
	const members = Object.entries(model.names())
		.filter(([, wireName]) => given[wireName] !== undefined)
		.map(([name, wireName]) => [name, shaped(given[wireName], types[name])]);
	return new model(Object.fromEntries(members));
}

/** Every value that a class has a place for, by the names on the wire. */
function placesOf(type: Type, place: string): string[] {
	if (typeof type === 'object' && type.itemType) return placesOf(type.itemType, `${place}.#`);
	if (typeof type !== 'function') return [place];
	const types = type.types();
	return Object.entries(type.names()).flatMap(([name, wireName]) =>
		placesOf(types[name], place === '' ? wireName : `${place}.${wireName}`),
	);
}

/** Client of @alicloud/alikafka20190916. */
export function alibabaClient({ alibaba, credentials }: Emulator): Methods {
	const { accessKeyId, accessKeySecret } = credentials.alibaba.permanent;
	return new Client(
		new $OpenApiUtil.Config({
			accessKeyId,
			accessKeySecret,
			protocol: 'http',
			endpoint: new URL(alibaba.url).host,
			regionId: EXAMPLE.alibaba.region,
		}),
	) as unknown as Methods;
}

export const openAlibaba: OpenSdk = (emulator) => {
	const methods = alibabaClient(emulator);
	return {
		has: (operation) => classes[`${operation}Request`] !== undefined,
		operations: () =>
			methodsOf(methods)
				.map(pascalCase)
				.filter((operation) => classes[`${operation}Request`]),
		parameters: (operation) => placesOf(classes[`${operation}Request`] as ModelClass, ''),
		async call({ operation }, { query }) {
			const model = classes[`${operation}Request`] as ModelClass;
			return await methods[camelCase(operation)](modelOf(model, query as Record<string, unknown>));
		},
	};
};

import type { Emulator } from '../../../emulator';
import type { OperationFacts } from '../../../emulator/core/facts';
import type { RequestParts } from '../../../emulator/core/validation';

/** The official SDK of a vendor, set up for an emulated cloud. */
export interface Sdk {
	/** Whether the SDK has a method for an operation of the API. */
	has(operation: string): boolean;
	/** All operations that it has. */
	operations(): string[];
	/** All parameters that it declares of an operation, lists with `#`: `tags.#.key`. */
	parameters(operation: string): string[];
	/**
	 * Calls an operation as somebody with the SDK would: parameters that the SDK does not declare are left out, and those
	 * it declares have the declared type.
	 *
	 * @param parts Parameters by the names of the facts
	 * @returns What the SDK answers; it throws what the SDK throws
	 */
	call(facts: OperationFacts, parts: RequestParts): Promise<unknown>;
}

export type OpenSdk = (emulator: Emulator) => Sdk;

/** `CreateTopic` as the SDKs name its method. */
export const camelCase = (operation: string) =>
	operation.charAt(0).toLowerCase() + operation.slice(1);

/** Names of the methods that the class of a client has, without those of the classes above it. */
export const methodsOf = (client: object): string[] =>
	Object.getOwnPropertyNames(Object.getPrototypeOf(client)).filter(
		(name) => name !== 'constructor',
	);

/** `createTopic` as the API names it. */
export const pascalCase = (method: string) => method.charAt(0).toUpperCase() + method.slice(1);

/** Methods of a client by their names. */
export type Methods = Record<string, (request: unknown) => Promise<unknown>>;

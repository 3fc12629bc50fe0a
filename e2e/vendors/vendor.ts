import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import type { Emulator } from '../../emulator';

/** An instance, as far as these tests look into it. */
export interface Seeded {
	id: string;
	topics: Array<{ name: string }>;
}

/** A list of the editor that another one may depend on. */
export interface OfferedList {
	/** Name of the node parameter. */
	parameter: string;
	/** Name of the method behind it. */
	method: string;
	/** The permission that it needs. */
	permission: string;
	/** What it has to offer, whole or in part; after the lists before it were chosen from. */
	offers: RegExp;
}

/** What the tests of a real n8n need to know of a cloud. */
export interface Vendor {
	name: string;
	/** As the emulator and the node Kafka Fleet call it. */
	cloud: 'huawei' | 'alibaba' | 'tencent';
	/** Name of the node; its trigger's has "Trigger" behind it. */
	nodeName: string;
	credential: string;
	/** As the list of credential types shows it. */
	credentialName: string;
	/** The credential's field that, when wrong, makes every signature wrong. */
	secret: string;
	/** What makes the credential assume a role. */
	role: ICredentialDataDecryptedObject;
	/** The node's type without the package's name; its trigger's has "Trigger" behind it. */
	node: string;
	/** Parameters of an HTTP Request node that lists the instances. */
	list(emulator: Emulator): INodeParameters;
	/** What the credential test says to a wrong secret. */
	refusal: RegExp;
	/** Puts a running instance into the cloud. */
	seed(emulator: Emulator, name: string): Seeded;
	/** The same with these tags, made so many days ago. */
	seedTagged(
		emulator: Emulator,
		name: string,
		tags: Record<string, string>,
		days: number,
		region?: string,
	): Seeded;
	/** The node's parameters for a new topic of that name. */
	newTopic(name: string): INodeParameters;
	/** How many partitions a topic has: parameters of the node, and the field of the cloud's topic. */
	partitions: { given(value: string): INodeParameters; field: string };
	/** The node's parameters for a new instance of that name. */
	newInstance(name: string): INodeParameters;
	/** What makes the create look for an instance of the name first; orders have no such option. */
	ifAbsent: INodeParameters;
	/** The field of an item that has the instance's ID. */
	id: string;
	/** An ID of this cloud's form that no instance has. */
	nowhere: string;
	/**
	 * API operations: the one with which the trigger lists instances, that with which the node makes one,
	 * one with which it looks whether it is ready, the first one that deletes one, and the one that grants
	 * keys of a role.
	 */
	operations: { list: string; create: string; look: string; remove: string; grant: string };
	/** The cloud's instances of that name, with their status as the cloud has it. */
	named(emulator: Emulator, name: string): Array<{ id: string }>;
	/** IDs of all instances that are there and not on their way out. */
	standing(emulator: Emulator): string[];
	/** What the trigger calls an instance that is being created, and one that is ready. */
	statuses: { begun: string; ready: string };
	/** Puts an instance into the cloud that is being created. */
	begin(emulator: Emulator, name: string): { id: string };
	/** Has it become ready; the clock may be moved. */
	finish(emulator: Emulator, name: string): void;
	/** Lists of the form for a new instance, each after those that it depends on. */
	lists: OfferedList[];
	/** Takes a permission away, or gives it back. */
	deny(emulator: Emulator, permission: string, denied: boolean): void;
}

/** Virtual ms after which a new instance is ready for certain. */
export const CREATION = 11 * 60_000;

/** Virtual time so many days ago, ms since the epoch. */
export const daysAgo = ({ clock }: Emulator, days: number): number =>
	clock.now() - days * 86_400_000;

/** A collection of names and values, as the HTTP Request node has it. */
export const pairs = (values: Record<string, string>) => ({
	parameters: Object.entries(values).map(([name, value]) => ({ name, value })),
});

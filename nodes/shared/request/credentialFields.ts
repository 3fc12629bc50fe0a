import type {
	IAllExecuteFunctions,
	ICredentialsHelper,
	IDataObject,
	INodeProperties,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { BadInput } from '../contract/badInput';
import { isExpression, isNothing } from '../contract/nothing';
import type { Vendor } from '../contract/vendor';
import { refuseUnknown } from './olderType';

/**
 * The rule on expressions that give nothing, for the fields of a credential: a blank endpoint would send
 * a private cloud's requests to the public one, and a blank project ID lead to another project. Values
 * alone do not tell: of a field that nobody filled in n8n makes an empty text, too.
 */

/** What n8n's contexts hold beside their functions. */
interface WithHelper {
	additionalData?: IWorkflowExecuteAdditionalData & {
		credentialsHelper?: Pick<ICredentialsHelper, 'getDecrypted' | 'getCredentialsProperties'>;
	};
}

type Written = readonly INodeProperties[];

/** The credential's type, and its fields as the version of this node has them. */
type Wanted = Pick<Vendor, 'credential' | 'fields'>;

/** Fields that are expressions, by what n8n hands to every item of one run: it is read once for all. */
const readFor = new WeakMap<object, Map<string, Promise<Written>>>();

/**
 * The fields of a credential that are expressions, as it stands in n8n's database.
 *
 * @throws {BadInput} Something is set that the loaded credential type does not know
 */
async function readExpressions(
	context: IAllExecuteFunctions,
	{ credential: type, fields }: Wanted,
): Promise<Written> {
	const { additionalData } = context as WithHelper;
	const helper = additionalData?.credentialsHelper;
	const credential = context.getNode().credentials?.[type];
	if (!additionalData || !helper || !credential) return [];
	const mode = context.getMode?.() ?? 'internal';
	// By this, n8n checks which node asks.
	const data = { data: {}, node: context.getNode(), source: null };
	const written = await helper.getDecrypted(additionalData, credential, type, mode, data, true);
	const loaded = helper.getCredentialsProperties(type);
	if (fields) refuseUnknown(fields(), loaded, written);
	return loaded.filter(({ name, type: kind }) => kind !== 'hidden' && isExpression(written[name]));
}

/**
 * The same, read once for all items of a run.
 *
 * @throws {BadInput} Something is set that the loaded credential type does not know
 */
export async function expressionsIn(
	context: IAllExecuteFunctions,
	wanted: Wanted,
): Promise<Written> {
	if (!('getExecuteData' in context)) return await readExpressions(context, wanted);
	const { credential: type, fields } = wanted;
	const run = context.getExecuteData();
	const known = readFor.get(run) ?? new Map<string, Promise<Written>>();
	readFor.set(run, known);
	// Nodes of one workflow can have different credentials, and each its own run data.
	const key = `${type}|${context.getNode().credentials?.[type]?.id}|${fields ? 'checked' : ''}`;
	const reading = known.get(key) ?? readExpressions(context, wanted);
	known.set(key, reading);
	// "Retry On Fail" comes with the same data, and may find the database well again.
	reading.catch(() => known.delete(key));
	return await reading;
}

/**
 * Refuses a field whose expression gives nothing, or what is no single value.
 *
 * @param data What n8n made of the credential for this item; fields that are not shown are not in it
 * @throws {BadInput} naming the field
 */
export async function refuseNothingIn(
	context: IAllExecuteFunctions,
	wanted: Wanted,
	data: IDataObject,
): Promise<void> {
	for (const { name, displayName } of await expressionsIn(context, wanted)) {
		if (!Object.hasOwn(data, name)) continue;
		const value = data[name];
		if (isNothing(value)) throw returnsNothing(displayName);
		if (typeof value === 'object') throw noText(displayName);
	}
}

const returnsNothing = (field: string) =>
	new BadInput(
		field,
		'has an expression that returns nothing',
		'Check the expression in the credential, or clear the field.',
	);

const noText = (field: string) =>
	new BadInput(
		field,
		'is not text',
		'The expression in the credential must return a single value, not a list or an object.',
	);

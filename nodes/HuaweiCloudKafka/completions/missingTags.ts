import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../shared/contract/context';
import { isObject } from '../../shared/request/serviceFailure';
import { readOr } from '../api/readOr';
import { showTags } from '../api/requests';
import { recordsOf } from '../api/records';

const keysIn = (tags: unknown): string[] => recordsOf(tags).map(({ key }) => String(key));

/**
 * Keys of the tags of a create that the instance does not have: some partner clouds drop them without an
 * error (comment in the Terraform provider of Open Telekom Cloud). Empty where that cannot be read.
 */
export async function missingTags(item: OperationContext, record: IDataObject): Promise<string[]> {
	const options = item.nodeParameter<unknown>('options');
	const asked = isObject(options) ? options.tags : undefined;
	const wanted = keysIn(isObject(asked) ? asked.entry : undefined);
	const lacked = (tags: unknown) => wanted.filter((key) => !keysIn(tags).includes(key));
	if (lacked(record.tags).length === 0) return [];
	// The record may lag behind, or have no tags on that cloud.
	const { tags } = await readOr(
		async () => await item.call(showTags(record.instance_id)),
		{} as IDataObject,
	);
	return Array.isArray(tags) ? lacked(tags) : [];
}

/** What the node says about them. */
export const tagsMissing = (keys: string[]): IDataObject => ({
	missingTags: keys,
	note: `The instance does not have these tags of the request: ${keys.join(', ')}. Add them with 'Tag: Add', or searches and cost reports by tag do not find the instance.`,
});

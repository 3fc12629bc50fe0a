import { fits, paged, type CompanionHandler, type Paging } from './companion';

/** Resource Management (2020-03-31): resource groups of the account. */

interface GroupFilter extends Paging {
	Status?: string;
	Name?: string;
	DisplayName?: string;
	ResourceGroupId?: string;
	ResourceGroupIds?: string[];
}

const contains = (text: string, part = '') => text.includes(part);

/** Resource groups; the filters of names find parts of them. */
export const ListResourceGroups: CompanionHandler = ({ parameters }, { state }) => {
	const given = parameters as GroupFilter;
	const ids = given.ResourceGroupIds ?? (given.ResourceGroupId && [given.ResourceGroupId]);
	const all = state.resourceGroups.filter(
		({ id, name, displayName, status }) =>
			(!ids || ids.includes(id)) &&
			fits(given.Status, status) &&
			contains(name, given.Name) &&
			contains(displayName, given.DisplayName),
	);
	const { rows, numbers } = paged(all, given);
	const ResourceGroup = rows.map(({ id, name, displayName, status }) => ({
		Id: id,
		Name: name,
		DisplayName: displayName,
		Status: status,
		AccountId: '1234567890123456',
		CreateDate: '2024-03-10T12:00:00Z',
	}));
	return { ...numbers, ResourceGroups: { ResourceGroup } };
};

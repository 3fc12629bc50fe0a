import type { NoticeTexts } from '../shared/form/notices';

/** What stands in the forms of both Huawei Cloud nodes. */
export const NOTICES: NoticeTexts = {
	billed: 'Billing starts immediately and continues until the instance is deleted.',
	deleted: 'Deletions cannot be undone, except for instances that are moved to the recycle bin.',
};

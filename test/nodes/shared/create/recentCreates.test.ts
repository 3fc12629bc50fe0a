import {
	forget,
	listingLag,
	recall,
	remember,
} from '../../../../nodes/shared/create/recentCreates';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
	later(2);
	recall('any');
	jest.useRealTimers();
});

const later = (part: number) => void jest.advanceTimersByTime(part * listingLag.longest);

test('what was made of a name comes together, and goes when the lists have to show it', () => {
	remember('here|topic|orders', [{ id: 1 }], 'id');
	later(0.7);
	remember('here|topic|orders', [{ id: 2 }], 'id');
	expect(recall('here|topic|orders')).toEqual([{ id: 1 }, { id: 2 }]);
	later(0.7);
	expect(recall('here|topic|orders')).toEqual([{ id: 1 }, { id: 2 }]);
	later(0.4);
	expect(recall('here|topic|orders')).toEqual([]);
});

test('one that was made again holds up nothing that is older', () => {
	remember('here|topic|again', [{ id: 1 }], 'id');
	remember('here|topic|once', [{ id: 2 }], 'id');
	later(0.7);
	remember('here|topic|again', [{ id: 3 }], 'id');
	later(0.7);
	expect(recall('here|topic|once')).toEqual([]);
	expect(recall('here|topic|again')).toEqual([{ id: 1 }, { id: 3 }]);
});

test('one that was only found again is not kept in mind for longer', () => {
	remember('here|topic|found', [{ id: 1 }], 'id');
	later(0.7);
	remember('here|topic|found', [], 'id');
	later(0.7);
	expect(recall('here|topic|found')).toEqual([]);
});

test('a deletion makes a place forget what it names, and only that place', () => {
	remember('here|topic|orders', [{ id: 1 }, { id: 2 }], 'id');
	remember('hereby|topic|orders', [{ id: 1 }], 'id');
	forget('here', '["/topics/1",{}]');
	expect(recall('here|topic|orders')).toEqual([{ id: 2 }]);
	expect(recall('hereby|topic|orders')).toEqual([{ id: 1 }]);
});

import {
	choices,
	integers,
	list,
	rows,
	secret,
	text,
} from '../../../../../nodes/shared/form/fields';
import { asMeant, refuseUnseen } from '../../../../../nodes/shared/form/names';

describe('a field that takes several names', () => {
	const groups = list('groups', 'Groups');
	const sent = (written: unknown, value: unknown) =>
		groups.serialize(asMeant(groups, written, value));

	// Kafka allows commas in the names that clients give their groups.
	test.each(['={{ $json.group }}', '=billing,{{ $json.region }}'])(
		'takes what an expression gives as one: %s',
		(written) => expect(sent(written, 'billing,eu')).toEqual(['billing,eu']),
	);

	test('splits what was typed at its commas, and passes on what an expression gives as a list', () => {
		expect(sent('billing, eu', 'billing, eu')).toEqual(['billing', 'eu']);
		expect(sent('={{ $json.all }}', ['a,b', 'c'])).toEqual(['a,b', 'c']);
	});

	test('is the same as a choice of several, and in rows', () => {
		const topics = choices('topics', 'Topics', { load: { method: 'getTopics' } });
		expect(topics.serialize(asMeant(topics, '={{ $json.t }}', 'a,b'))).toEqual(['a,b']);
		const form = rows('filters', 'Filters', {
			entry: 'Filter',
			fields: [text('name', 'Name'), list('values', 'Values')],
		});
		const written = {
			entry: [
				{ name: 'n', values: '={{ $json.v }}' },
				{ name: 'm', values: 'c,d' },
			],
		};
		const given = {
			entry: [
				{ name: 'n', values: 'a,b' },
				{ name: 'm', values: 'c,d' },
			],
		};
		expect(form.serialize(asMeant(form, written, given))).toEqual([
			{ name: 'n', values: ['a,b'] },
			{ name: 'm', values: ['c', 'd'] },
		]);
		expect(form.serialize(asMeant(form, '={{ $json.f }}', [{ name: 'n', values: 'a,b' }]))).toEqual(
			[{ name: 'n', values: ['a,b'] }],
		);
	});

	test('splits numbers, which hold no commas', () => {
		const ids = integers('ids', 'IDs');
		expect(ids.serialize(asMeant(ids, '={{ $json.ids }}', '1,2'))).toEqual([1, 2]);
	});
});

describe('a new name', () => {
	const name = text('InstanceName', 'Name');

	test.each(['orders-dev ', ' orders-dev'])('with a space at an end is refused: %j', (value) => {
		expect(() => refuseUnseen(name, value)).toThrow("'Name' begins or ends with a space");
	});

	test.each(['a\n', 'a\tb', 'a\u200b', 'a\u00a0b', '\ufeffa', 'a\u3164', 'a\u2028b', 'a\u0000'])(
		'with what nobody sees is refused: %j',
		(value) =>
			expect(() => refuseUnseen(name, value)).toThrow("'Name' contains a character that is not"),
	);

	// The second one of each looks the same, and would be another one beside it.
	test.each(['ünï', '\ufa0c', '\u212b'])('in two spellings is refused: %j', (value) => {
		const other = value === 'ünï' ? value.normalize('NFD') : value;
		expect(() => refuseUnseen(name, other)).toThrow("'Name' contains a letter that can be");
	});

	test.each(['orders dev', '订单', 'a,b', 'ünï', 'データ', '데이터'])('may be %s', (value) =>
		expect(() => refuseUnseen(name, value)).not.toThrow(),
	);

	test('is none of the other texts', () => {
		for (const other of [text('body', 'Message'), secret('Name', 'Name'), text('Note', 'Note')]) {
			expect(() => refuseUnseen(other, 'a \n')).not.toThrow();
		}
	});
});

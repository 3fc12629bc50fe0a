/** Tags that narrow a clean-up down, tags that keep from it, and the tags of a mark. */
import { isDue, markOf, MARK_TAGS, whyText } from '../../../../../nodes/shared/fleet/marks';
import {
	hasTag,
	hasTagInAnyCase,
	lacksTag,
	tagText,
	tagWanted,
} from '../../../../../nodes/shared/fleet/tags';
import { DAY, NOW } from './support';

test.each([
	['env', { env: 'dev' }, true],
	['env', { env: '' }, true],
	['env', { Env: 'dev' }, false],
	['env', {}, false],
	['env', null, false],
	['env=dev', { env: 'dev' }, true],
	['env=dev', { env: 'Dev' }, false],
	['env=dev', { env: 'dev2' }, false],
	['env=dev', { env: '' }, false],
	['env=dev', {}, false],
	['env=dev', null, false],
	['env=', { env: 'dev' }, true],
	['env=', {}, false],
	['toString', {}, false],
])('%s is a tag of %j: %p', (wanted, tags, expected) => {
	expect(hasTag(tags as Record<string, string> | null, tagWanted(wanted))).toBe(expected);
});

test.each([
	['env', { ENV: 'x' }, true],
	['env=core', { Env: ' Core ' }, true],
	['env=core', { Env: 'dev', env: 'core' }, true],
	['env=core', { Env: 'dev' }, false],
	['env', {}, false],
	['env', null, false],
])('%s keeps with the tags %j: %p', (wanted, tags, expected) => {
	const given = tags as unknown as Record<string, string> | null;
	expect(hasTagInAnyCase(given, tagWanted(wanted))).toBe(expected);
});

test('what has no tag is known to have none, in any spelling', () => {
	expect(lacksTag({}, 'owner')).toBe(true);
	expect(lacksTag({ Owner: '' }, 'owner')).toBe(false);
	expect(lacksTag(null, 'owner')).toBe(false);
	expect([tagWanted(' a = b '), tagWanted(' a ')].map(tagText)).toEqual(['a=b', 'a']);
});

test('a mark is its date, and who set it for what', () => {
	const date = { 'fleet-delete-after': ' 2026-12-01 ' };
	expect(markOf(date)).toEqual({ deleteAfter: '2026-12-01', why: null, by: null });
	expect(markOf({ ...date, 'fleet-delete-why': 'idle', 'fleet-delete-by': 'nightly' })).toEqual({
		deleteAfter: '2026-12-01',
		why: 'idle',
		by: 'nightly',
	});
	const none: Array<Record<string, string> | null> = [null, {}, { 'fleet-delete-after': 'soon' }];
	for (const tags of none) expect(markOf(tags)).toBeNull();
	expect(MARK_TAGS).toHaveLength(4);
});

test('a mark is due from the first moment of its day, or a day later by a clock that may be wrong', () => {
	const mark = { deleteAfter: '2026-12-01', why: null, by: null };
	const start = NOW - DAY / 2;
	expect([start - 1, start].map((now) => isDue(mark, now, NOW))).toEqual([false, true]);
	const later = [start + DAY - 1, start + DAY].map((here) => isDue(mark, undefined, here));
	expect(later).toEqual([false, true]);
	expect(isDue({ ...mark, deleteAfter: 'soon' }, NOW, NOW)).toBe(false);
});

test('a reason has no blanks at its ends, nor two in a row, however it is cut', () => {
	expect(whyText('  a  + +  b  ')).toBe('a b');
	expect(whyText(`${'x'.repeat(59)} y`)).toBe('x'.repeat(59));
});

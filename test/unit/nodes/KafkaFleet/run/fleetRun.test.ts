import { FleetRun } from '../../../../../nodes/KafkaFleet/run/fleetRun';
import { Failure } from '../../../../../nodes/shared/contract/failure';
import { Secrets } from '../../../../../nodes/shared/request/secrets';

test('a failure of a run stays one, without the secrets in its words and in what it says besides', () => {
	const run = new FleetRun({} as never, {} as never, undefined, 0);
	const secrets = ['Tops3cret!', 'An0ther-one'].map((secret) => {
		const known = new Secrets();
		known.add([secret]);
		return known;
	});
	for (const one of secrets) (Reflect.get(run, 'all') as Set<Secrets>).add(one);
	const failure = new Failure('refused', 'It said Tops3cret!', { advice: 'Not An0ther-one.' });
	const hidden = run.hide(failure);
	expect(hidden).toBeInstanceOf(Failure);
	expect(hidden).toMatchObject({ kind: 'refused', message: 'It said ********' });
	expect(hidden.details.advice).toBe('Not ********.');
});
